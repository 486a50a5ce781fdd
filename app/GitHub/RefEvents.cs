using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>
/// What happened to branches, tags and releases. Of pushes those to files that Hotfix watches are told with the files; any other only says that the branch moved.
/// <para>GitHub tells of a new tag, and of a branch or tag that was deleted, twice: by <c>push</c> and by <c>create</c> or <c>delete</c>. Either may be lost, so both are heard.</para>
/// <para>Source: GitHub docs, "Webhook events and payloads": <c>push</c> (at most 2,048 commits are listed), <c>create</c>, <c>delete</c>, <c>release</c>.</para>
/// </summary>
internal static class RefEvents
{
    private const int MaxCommits = 2048;

    private const string Branches = "refs/heads/";

    private const string Tags = "refs/tags/";

    /// <summary>A branch's name, of its full one.</summary>
    public static string Branch(string full) => full.StartsWith(Branches, StringComparison.Ordinal) ? full[Branches.Length..] : full;

    public static RepositoryEvent? Push(WebhookPayload payload, Repository repository) => payload.Ref switch
    {
        { } full when full.StartsWith(Branches, StringComparison.Ordinal) => OnBranch(payload, repository, full[Branches.Length..]),
        { } full when full.StartsWith(Tags, StringComparison.Ordinal) => new TagChanged(repository, full[Tags.Length..]),
        _ => null,
    };

    /// <summary>Of a new branch it is not said where it stands, so only its push is heard.</summary>
    public static RepositoryEvent? MadeOrDeleted(string name, WebhookPayload payload, Repository repository) => (name, payload) switch
    {
        ("delete", { RefType: "branch", Ref: { } branch }) => new BranchMoved(repository, branch, null, false),
        (_, { RefType: "tag", Ref: { } tag }) => new TagChanged(repository, tag),
        _ => null,
    };

    /// <summary>A draft is no release yet; "published" comes for pre-releases too, "released" when one of them becomes a release.</summary>
    public static ReleasePublished? Release(WebhookPayload payload, Repository repository) =>
        payload is { Action: "published" or "released", Release: { TagName: { } tag, PublishedAt.Value: var at, Draft: not true } release } ? new(repository, tag, release.Prerelease == true, at) : null;

    private static RepositoryEvent? OnBranch(WebhookPayload payload, Repository repository, string branch)
    {
        if (payload.Deleted == true)
        {
            return new BranchMoved(repository, branch, null, false);
        }

        if (payload.After is not { } commit)
        {
            return null;
        }

        var isForced = payload.Forced == true;
        var isDefault = branch == payload.Repository?.DefaultBranch;
        var commits = payload.Commits ?? [];

        // Then the list is not all that changed, and a config that is not read anew would stand for ever.
        var isUnknown = isDefault && (payload.Created == true || isForced || commits.Length is 0 or >= MaxCommits);
        var touched = commits.SelectMany(pushed => pushed?.Paths ?? []).ToHashSet(StringComparer.Ordinal);
        Values<string> paths = isUnknown ? WatchedFiles.All : [.. WatchedFiles.All.Where(touched.Contains)];

        return paths.Count > 0 ? new FilesPushed(repository, branch, isDefault, commit, paths, isForced) : new BranchMoved(repository, branch, commit, isForced);
    }
}
