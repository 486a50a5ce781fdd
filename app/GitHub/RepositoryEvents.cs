using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>
/// What happened to a repository: of all pushes those to files that Hotfix watches, of all that happens to pull requests a new head or base, of all checks those of our App that
/// somebody wants again. Everything else is null.
/// <para>Source: GitHub docs, "Webhook events and payloads": <c>push</c> (at most 2,048 commits are listed), <c>pull_request</c>, <c>check_run</c>, <c>check_suite</c>.</para>
/// </summary>
internal static class RepositoryEvents
{
    private const int MaxCommits = 2048;

    private const string Branches = "refs/heads/";

    public static RepositoryEvent? Parse(string name, WebhookPayload payload, Repository repository, AppIdentity self) => name switch
    {
        "push" => Push(payload, repository),
        "pull_request" => PullRequest(payload, repository),
        "check_run" => Check(payload, payload.CheckRun, repository, self),
        "check_suite" => Check(payload, payload.CheckSuite is { } suite ? suite with { Name = null } : null, repository, self),
        _ => null,
    };

    private static FilesPushed? Push(WebhookPayload payload, Repository repository)
    {
        if (payload is not { Ref: { } full, After: { } commit } || payload.Deleted == true || !full.StartsWith(Branches, StringComparison.Ordinal))
        {
            return null;
        }

        var branch = full[Branches.Length..];
        var isDefault = branch == payload.Repository?.DefaultBranch;
        var commits = payload.Commits ?? [];

        // Then the list is not all that changed, and a config that is not read anew would stand for ever.
        var isUnknown = isDefault && (payload.Created == true || payload.Forced == true || commits.Length is 0 or >= MaxCommits);
        var touched = commits.SelectMany(pushed => pushed?.Paths ?? []).ToHashSet(StringComparer.Ordinal);
        Values<string> paths = isUnknown ? WatchedFiles.All : [.. WatchedFiles.All.Where(touched.Contains)];

        return paths.Count > 0 ? new(repository, branch, isDefault, commit, paths) : null;
    }

    private static PullRequestChanged? PullRequest(WebhookPayload payload, Repository repository)
    {
        var isNew = payload.Action is "opened" or "synchronize" or "reopened" || (payload.Action == "edited" && payload.Changes?.Base is not null);

        return isNew && payload is { Number: { } number, PullRequest.Head.Sha: { } commit } ? new(repository, number, commit) : null;
    }

    private static CheckRequested? Check(WebhookPayload payload, CheckPayload? check, Repository repository, AppIdentity self) =>
        payload.Action == "rerequested" && check is { HeadSha: { } commit } && check.App?.Id == self.Id ? new(repository, commit, check.Name) : null;
}
