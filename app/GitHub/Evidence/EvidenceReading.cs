using Hotfix.Domain;

namespace Hotfix.GitHub.Evidence;

/// <summary>GitHub's answers in our words. What GitHub leaves out is never taken for a good sign.</summary>
internal static class EvidenceReading
{
    /// <summary>GitHub itself as committer: of a commit made on its pages.</summary>
    private const string Web = "noreply@github.com";

    /// <summary>How many authors of a commit are asked for.</summary>
    private const int MaxAuthors = 20;

    public static PullState State(PullNode pull) => pull switch
    {
        { State: "MERGED" } => PullState.Merged,
        { State: "CLOSED" } => PullState.Closed,
        { IsDraft: true } => PullState.Draft,
        _ => PullState.Open,
    };

    /// <summary>Who pushed the head, as the suites of checks tell that GitHub opened for the push.</summary>
    public static string? Pusher(PullNode pull) => (pull.Head?.Nodes ?? [])
        .SelectMany(head => head?.Commit?.CheckSuites?.Nodes ?? [])
        .Select(suite => suite?.Push)
        .FirstOrDefault(push => push?.NextSha == pull.HeadRefOid && push?.Pusher?.Login is { Length: > 0 })?.Pusher?.Login;

    public static Values<string> Required(RulesNode? rules) =>
    [
        .. (rules?.RefUpdateRule?.RequiredStatusCheckContexts ?? [])
            .Concat((rules?.Rules?.Nodes ?? []).SelectMany(rule => rule?.Parameters?.RequiredStatusChecks ?? []).Select(check => check?.Context))
            .OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    public static ChangedFile? File(FileNode? file) => file?.Path is { } path
        ? new(path, file.ChangeType switch { "ADDED" or "COPIED" => PathChange.Added, "DELETED" => PathChange.Removed, "RENAMED" => PathChange.Renamed, _ => PathChange.Changed }, file.Additions ?? 0, file.Deletions ?? 0)
        : null;

    public static PulledCommit? Commit(PullCommitNode? node)
    {
        if (node?.Commit is not { Oid: { } sha } commit)
        {
            return null;
        }

        var authors = commit.Authors?.Nodes ?? [];
        var people = commit.Committer is { Email: var email } committer && !string.Equals(email, Web, StringComparison.OrdinalIgnoreCase) ? [.. authors, committer] : authors;

        return new(
            sha,
            [.. people.Select(person => person?.User?.Login).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            authors.Length == 0 || commit.Authors?.TotalCount > MaxAuthors || people.Any(person => person?.User?.Login is not { Length: > 0 }));
    }

    public static PullReview? Review(ReviewNode? review) => review is null ? null : new(
        review.Author?.Login ?? "",
        review.Author?.Type is not "User",
        review.AuthorCanPushToRepository == true,
        review.State switch
        {
            "APPROVED" => ReviewState.Approved,
            "CHANGES_REQUESTED" => ReviewState.ChangesRequested,
            "DISMISSED" => ReviewState.Dismissed,
            "PENDING" => ReviewState.Pending,
            _ => ReviewState.Commented,
        },
        review.Commit?.Oid ?? "",
        review.Body ?? "",
        review.SubmittedAt ?? default);

    /// <summary>Of several of one name by one App the newest counts, and one that has not finished is newer than any that has.</summary>
    public static Values<CheckState> Checks(IEnumerable<CheckNode?> nodes, long self) =>
    [
        .. nodes.OfType<CheckNode>()
            .Where(node => (node.Name ?? node.Context) is not null)
            .GroupBy(node => (node.Name ?? node.Context, node.CheckSuite?.App?.DatabaseId))
            .Select(same => Check(same.MaxBy(node => (node is { Context: null, Status: not "COMPLETED" }, node.StartedAt ?? node.CreatedAt ?? default))!, same.Any(node => node.IsRequired == true), self)),
    ];

    private static CheckState Check(CheckNode node, bool isRequired, long self) => new(
        node.Name ?? node.Context!,
        node.CheckSuite?.App?.DatabaseId == self,
        node switch
        {
            { Context: not null, State: "SUCCESS" } => CheckHealth.Green,
            { Context: not null, State: "PENDING" or "EXPECTED" } => CheckHealth.Waiting,
            { Context: not null } => CheckHealth.Red,
            { Status: not "COMPLETED" } => CheckHealth.Waiting,
            { Conclusion: "SUCCESS" } => CheckHealth.Green,
            { Conclusion: "NEUTRAL" or "SKIPPED" } => CheckHealth.Passed,
            _ => CheckHealth.Red,
        },
        isRequired,
        string.Join('\n', new[] { node.Title, node.Summary, node.Text, node.Description }.OfType<string>()));
}
