namespace Hotfix.Domain;

/// <summary>
/// The files of a repository that Hotfix reads, and whose changes it has to hear of. Paths are compared as git does, letter by letter.
/// <para>Source for where owners are written: GitHub docs, "About code owners"; the first that exists counts.</para>
/// </summary>
internal static class WatchedFiles
{
    public const string Config = ".github/hotfix.yml";

    public static Values<string> CodeOwners { get; } = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    public static Values<string> All { get; } = [Config, .. CodeOwners];
}
