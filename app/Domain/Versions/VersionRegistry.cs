namespace Hotfix.Domain.Versions;

/// <summary>The versions given out in a repository, the oldest first.</summary>
/// <param name="Revision">Goes up by one with each version given out, so that of two who chose at once one chooses anew.</param>
internal sealed record VersionRegistry(int Revision, Values<ClaimedVersion> Claims)
{
    public static VersionRegistry Empty { get; } = new(0, []);
}
