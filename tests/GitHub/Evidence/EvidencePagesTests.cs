using System.Text.Json;
using Hotfix.GitHub.Evidence;

namespace Hotfix.Tests.GitHub.Evidence;

/// <summary>A pull request in pages: each kind goes on by itself, and is over when GitHub says so.</summary>
public sealed class EvidencePagesTests
{
    [Fact]
    public void Each_kind_goes_on_where_it_ended_until_there_is_no_more_of_it()
    {
        var pages = new EvidencePages(Page(files: ["a"], nextFile: "f1", commits: 1, nextCommit: "c1"));

        Assert.True(pages.IsMore);
        Assert.Equal(("true", "\"f1\"", "true", "\"c1\"", "false", "false"), Asked(pages));

        pages.Add(Page(files: ["b"], nextFile: "f2", commits: 1));
        Assert.Equal(("true", "\"f2\"", "false", "null", "false", "false"), Asked(pages));

        pages.Add(Page(files: ["c"]));
        Assert.False(pages.IsMore);
        Assert.Equal(["a", "b", "c"], pages.Files.Select(file => file?.Path));
        Assert.Equal(2, pages.Commits.Count);
    }

    [Fact]
    public void More_without_a_place_to_go_on_from_would_be_asked_for_ever() => Assert.False(new EvidencePages(Page(files: ["a"], hasNext: true)).IsMore);

    [Fact]
    public void Nothing_at_all_is_nothing() => Assert.False(new EvidencePages(Page()) is { IsMore: true } or { Files.Count: > 0 } or { Checks.Count: > 0 } or { Reviews.Count: > 0 });

    private static (string, string, string, string, string, string) Asked(EvidencePages pages)
    {
        var asked = pages.Next([], 7);

        Assert.Equal("7", asked["number"].GetRawText());
        return (Text("moreFiles"), Text("files"), Text("moreCommits"), Text("commits"), Text("moreReviews"), Text("moreChecks"));

        string Text(string name) => asked[name].ValueKind == JsonValueKind.Undefined ? "" : asked[name].GetRawText();
    }

    private static PullNode Page(string[]? files = null, string? nextFile = null, int commits = 0, string? nextCommit = null, bool hasNext = false) => new(
        null, null, null, null, null, null, null, null, null, null,
        files is null ? null : new([.. files.Select(path => new FileNode(path, "ADDED", 1, 0))], new(hasNext || nextFile is not null, nextFile), null),
        commits == 0 ? null : new([.. Enumerable.Repeat(new PullCommitNode(null), commits)], new(nextCommit is not null, nextCommit), null),
        null,
        null);
}
