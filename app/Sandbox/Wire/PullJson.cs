using System.Text.Json;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>A pull request, as <c>pull-request</c> of GitHub's API description; webhooks carry the same shape.</summary>
internal static class PullJson
{
    /// <summary>What is null in a pull request that nobody has merged, scheduled or planned.</summary>
    private static readonly string[] Nothing = ["milestone", "merged_at", "merge_commit_sha", "auto_merge", "mergeable", "merged_by", "active_lock_reason"];

    private static readonly string[] No = ["locked", "merged", "maintainer_can_modify", "draft"];

    private static readonly string[] None = ["requested_reviewers", "requested_teams"];

    public static Fragment Of(SandboxPull pull) => Fragment.Of(json =>
    {
        var issue = pull.Issue;
        var repository = issue.Repository;
        var url = $"{repository.Url}/pulls/{pull.Number}";
        var page = $"{repository.HtmlUrl}/pull/{pull.Number}";
        var statuses = $"{repository.Url}/statuses/{pull.Head.Sha}";

        json.WriteNumber("id", issue.Id);
        json.WriteString("node_id", $"PR_kwDO{issue.Id:D8}");
        json.WriteNumber("number", pull.Number);
        json.WriteString("url", url);
        json.WriteString("html_url", page);
        json.WriteString("diff_url", $"{page}.diff");
        json.WriteString("patch_url", $"{page}.patch");
        json.WriteString("issue_url", issue.Url);
        json.WriteString("commits_url", $"{url}/commits");
        json.WriteString("review_comments_url", $"{url}/comments");
        json.WriteString("review_comment_url", $"{repository.Url}/pulls/comments{{/number}}");
        json.WriteString("comments_url", $"{issue.Url}/comments");
        json.WriteString("statuses_url", statuses);
        json.WriteString("state", issue.Closed is null ? "open" : "closed");
        json.WriteString("title", issue.Title);
        json.WriteString("body", issue.Body);
        json.WriteString("created_at", Stamp.Of(issue.Created));
        json.WriteString("updated_at", Stamp.Of(issue.Updated));
        json.WriteString("closed_at", issue.Closed is { } closed ? Stamp.Of(closed) : null);
        json.WriteString("author_association", IssueJson.Association(repository, issue.Author));
        json.WriteString("mergeable_state", "unknown");
        json.WriteNumber("comments", issue.Comments.Count);
        json.WriteNumber("review_comments", 0);
        json.WriteNumber("commits", pull.Commits.Count);
        json.WriteNumber("additions", 0);
        json.WriteNumber("deletions", 0);
        json.WriteNumber("changed_files", pull.Files.Count);
        Write(json, "user", issue.Author.Json);
        List(json, "labels", issue.Labels.Select(label => label.Json));
        List(json, "assignees", issue.Assignees.Select(assignee => assignee.Json));

        if (issue.Assignees is [var first, ..])
        {
            Write(json, "assignee", first.Json);
        }
        else
        {
            json.WriteNull("assignee");
        }

        Array.ForEach(Nothing, json.WriteNull);
        Array.ForEach(No, field => json.WriteBoolean(field, false));
        Array.ForEach(None, field => List(json, field, []));
        Side(json, "head", repository, pull.HeadBranch, pull.Head);
        Side(json, "base", repository, pull.BaseBranch, pull.Base);

        json.WriteStartObject("_links");

        foreach (var (name, link) in (ReadOnlySpan<(string, string)>)
        [
            ("self", url), ("html", page), ("issue", issue.Url), ("comments", $"{issue.Url}/comments"), ("commits", $"{url}/commits"), ("statuses", statuses),
            ("review_comments", $"{url}/comments"), ("review_comment", $"{repository.Url}/pulls/comments{{/number}}"),
        ])
        {
            json.WriteStartObject(name);
            json.WriteString("href", link);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    /// <summary>A file that it changes, as <c>diff-entry</c>. The sandbox counts no lines.</summary>
    public static Fragment FileOf(SandboxChange change, SandboxPull pull) => Fragment.Of(json =>
    {
        var repository = pull.Issue.Repository;
        var at = $"{pull.Head.Sha}/{change.Path}";

        json.WriteString("sha", change.Sha);
        json.WriteString("filename", change.Path);
        json.WriteString("status", change.Status);
        json.WriteNumber("additions", 0);
        json.WriteNumber("deletions", 0);
        json.WriteNumber("changes", 0);
        json.WriteString("blob_url", $"{repository.HtmlUrl}/blob/{at}");
        json.WriteString("raw_url", $"{repository.HtmlUrl}/raw/{at}");
        json.WriteString("contents_url", $"{repository.Url}/contents/{change.Path}?ref={pull.Head.Sha}");

        if (change.Before is { } before)
        {
            json.WriteString("previous_filename", before);
        }
    });

    private static void Side(Utf8JsonWriter json, string name, SandboxRepository repository, string branch, SandboxCommit commit)
    {
        json.WriteStartObject(name);
        json.WriteString("label", $"{repository.Owner.Login}:{branch}");
        json.WriteString("ref", branch);
        json.WriteString("sha", commit.Sha);
        Write(json, "user", repository.Owner.Json);
        Write(json, "repo", repository.Json);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<Fragment> items)
    {
        json.WriteStartArray(name);

        foreach (var item in items)
        {
            json.WriteRawValue(item.Json.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Fragment value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}
