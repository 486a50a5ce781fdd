using System.Text.Json.Serialization;

namespace Hotfix.Sandbox.Wire;

/// <summary>An issue, as <c>issue</c> of GitHub's API description; webhooks carry the same shape.</summary>
internal sealed record IssueJson(
    string Url, string RepositoryUrl, string LabelsUrl, string CommentsUrl, string EventsUrl, string TimelineUrl, string HtmlUrl,
    long Id, string NodeId, int Number, string Title, Fragment User, IReadOnlyList<Fragment> Labels, string State, string? StateReason, bool Locked,
    int Comments, string CreatedAt, string UpdatedAt, string? ClosedAt, string AuthorAssociation, string? Body, Fragment Reactions,
    Fragment? Assignee, IReadOnlyList<Fragment> Assignees,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Draft,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Fragment? PullRequest)
{
    /// <summary>Stands in what is read of one issue, and neither in lists nor in webhooks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fragment? ClosedBy { get; init; }

    public string? Milestone { get; }

    public string? ActiveLockReason { get; }

    public string? PerformedViaGithubApp { get; }

    public static IssueJson Of(SandboxIssue issue) => new(
        issue.Url, issue.Repository.Url, $"{issue.Url}/labels{{/name}}", $"{issue.Url}/comments", $"{issue.Url}/events", $"{issue.Url}/timeline", issue.HtmlUrl,
        issue.Id, $"I_kwDO{issue.Id:D8}", issue.Number, issue.Title, issue.Author.Json, [.. issue.Labels.Select(label => label.Json)],
        issue.Closed is null ? "open" : "closed", issue.StateReason, Locked: false,
        issue.Comments.Count, Stamp.Of(issue.Created), Stamp.Of(issue.Updated), issue.Closed is { } closed ? Stamp.Of(closed) : null,
        Association(issue.Repository, issue.Author), issue.Body, Rollup(issue.Url),
        issue.Assignees is [var first, ..] ? first.Json : null, [.. issue.Assignees.Select(assignee => assignee.Json)], issue.Repository.FindPull(issue.Number)?.IsDraft, issue.IsPullRequest ? PullRequestOf(issue) : null);

    /// <summary>The sandbox knows an owner, a team and strangers. What somebody may do cannot be concluded from this field.</summary>
    public static string Association(SandboxRepository repository, SandboxUser user) =>
        user == repository.Owner ? "OWNER" : repository.Team.Contains(user.Login) ? "MEMBER" : "NONE";

    private static Fragment PullRequestOf(SandboxIssue issue) => Fragment.Of(json =>
    {
        var page = $"{issue.Repository.HtmlUrl}/pull/{issue.Number}";
        json.WriteString("url", $"{issue.Repository.Url}/pulls/{issue.Number}");
        json.WriteString("html_url", page);
        json.WriteString("diff_url", $"{page}.diff");
        json.WriteString("patch_url", $"{page}.patch");
        json.WriteString("merged_at", issue.Repository.FindPull(issue.Number)?.Merged is { } merged ? Stamp.Of(merged.At) : null);
    });

    public static Fragment Rollup(string url, IReadOnlyList<SandboxReaction>? reactions = null) => Fragment.Of(json =>
    {
        json.WriteString("url", $"{url}/reactions");
        json.WriteNumber("total_count", reactions?.Count ?? 0);

        foreach (var name in (ReadOnlySpan<string>)["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"])
        {
            json.WriteNumber(name, reactions?.Count(reaction => reaction.Content == name) ?? 0);
        }
    });
}
