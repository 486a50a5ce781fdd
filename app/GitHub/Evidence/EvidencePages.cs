using System.Text.Json;

namespace Hotfix.GitHub.Evidence;

/// <summary>What has come of a pull request so far, and where to go on with each kind of which there is more.</summary>
internal sealed class EvidencePages
{
    private readonly List<FileNode?> files = [];
    private readonly List<PullCommitNode?> commits = [];
    private readonly List<ReviewNode?> reviews = [];
    private readonly List<CheckNode?> checks = [];
    private string? moreFiles, moreCommits, moreReviews, moreChecks;

    private readonly (int? Files, int? Commits, int? Reviews) counts;

    public EvidencePages(PullNode first)
    {
        counts = (first.Files?.TotalCount, first.Commits?.TotalCount, first.Reviews?.TotalCount);
        Add(first);
    }

    public IReadOnlyList<FileNode?> Files => files;

    public IReadOnlyList<PullCommitNode?> Commits => commits;

    public IReadOnlyList<ReviewNode?> Reviews => reviews;

    public IReadOnlyList<CheckNode?> Checks => checks;

    /// <summary>Nothing is left, and as many came as GitHub counts.</summary>
    public bool IsWhole => !IsMore && files.Count == counts.Files && commits.Count == counts.Commits && reviews.Count == counts.Reviews;

    public bool IsMore => (moreFiles ?? moreCommits ?? moreReviews ?? moreChecks) is not null;

    /// <summary>What has not been asked for stays as it is.</summary>
    public void Add(PullNode page)
    {
        moreFiles = Take(files, page.Files);
        moreCommits = Take(commits, page.Commits);
        moreReviews = Take(reviews, page.Reviews);
        moreChecks = Take(checks, page.Head?.Nodes?.FirstOrDefault()?.Commit?.StatusCheckRollup?.Contexts);
    }

    /// <summary>The variables of the next page.</summary>
    public Dictionary<string, JsonElement> Next(Dictionary<string, JsonElement> variables, int number)
    {
        variables["number"] = JsonSerializer.SerializeToElement(number, EvidenceJson.Default.Int32);

        foreach (var (name, cursor) in new[] { ("files", moreFiles), ("commits", moreCommits), ("reviews", moreReviews), ("checks", moreChecks) })
        {
            variables[$"more{char.ToUpperInvariant(name[0])}{name[1..]}"] = JsonSerializer.SerializeToElement(cursor is not null, EvidenceJson.Default.Boolean);
            variables[name] = JsonSerializer.SerializeToElement(cursor!, EvidenceJson.Default.String);
        }

        return variables;
    }

    private static string? Take<T>(List<T?> all, Connection<T>? page)
    {
        all.AddRange(page?.Nodes ?? []);

        return page?.PageInfo is { HasNextPage: true, EndCursor: { } end } ? end : null;
    }
}
