using System.Text.Json;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>A pull request, as <c>pull-request</c> of GitHub's API description; webhooks carry the same shape.</summary>
internal static class PullJson
{
    /// <summary>What is null in a pull request that nobody has scheduled or planned.</summary>
    private static readonly string[] Nothing = ["milestone", "auto_merge", "active_lock_reason"];

    public static Fragment Of(SandboxPull pull) => Fragment.Of(json =>
    {
        Write(json, pull);
        json.WriteString("mergeable_state", pull switch { { Mergeable: null } => "unknown", { Mergeable: false } => "dirty", { IsDraft: true } => "draft", _ => "clean" });
        json.WriteNumber("comments", pull.Issue.Comments.Count);
        json.WriteNumber("review_comments", 0);
        json.WriteNumber("commits", pull.Commits.Count);
        json.WriteNumber("additions", pull.Files.Sum(file => file.Lines.Added));
        json.WriteNumber("deletions", pull.Files.Sum(file => file.Lines.Removed));
        json.WriteNumber("changed_files", pull.Files.Count);
        json.WriteBoolean("merged", pull.Merged is not null);
        json.WriteBoolean("maintainer_can_modify", false);
        json.Paste("merged_by", pull.Merged?.By.Json);

        if (pull.Mergeable is { } mergeable)
        {
            json.WriteBoolean("mergeable", mergeable);
        }
        else
        {
            json.WriteNull("mergeable");
        }
    });

    /// <summary>As check runs name it: <c>pull-request-minimal</c>.</summary>
    public static Fragment Minimal(SandboxPull pull) => Fragment.Of(json =>
    {
        var repository = pull.Issue.Repository;

        json.WriteNumber("id", pull.Issue.Id);
        json.WriteNumber("number", pull.Number);
        json.WriteString("url", $"{repository.Url}/pulls/{pull.Number}");

        foreach (var (name, branch, commit) in (ReadOnlySpan<(string, string, SandboxCommit)>)[("head", pull.HeadBranch, pull.Head), ("base", pull.BaseBranch, pull.Base)])
        {
            json.WriteStartObject(name);
            json.WriteString("ref", branch);
            json.WriteString("sha", commit.Sha);
            json.WriteStartObject("repo");
            json.WriteNumber("id", repository.Id);
            json.WriteString("url", repository.Url);
            json.WriteString("name", repository.Name);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    });

    /// <summary>As lists show it: <c>pull-request-simple</c>.</summary>
    public static Fragment Listed(SandboxPull pull) => Fragment.Of(json => Write(json, pull));

    private static void Write(Utf8JsonWriter json, SandboxPull pull)
    {
        var issue = pull.Issue;
        var repository = issue.Repository;

        json.WriteNumber("id", issue.Id);
        json.WriteString("node_id", pull.NodeId);
        json.WriteNumber("number", pull.Number);
        json.WriteString("state", pull.IsOpen ? "open" : "closed");
        json.WriteBoolean("locked", false);
        json.WriteBoolean("draft", pull.IsDraft);
        json.WriteString("title", issue.Title);
        json.WriteString("body", issue.Body);
        json.WriteString("created_at", Stamp.Of(issue.Created));
        json.WriteString("updated_at", Stamp.Of(issue.Updated));
        json.WriteString("closed_at", issue.Closed is { } closed ? Stamp.Of(closed) : null);
        json.WriteString("merged_at", pull.Merged is { } merged ? Stamp.Of(merged.At) : null);
        json.WriteString("merge_commit_sha", pull.Merged?.Commit.Sha);
        json.WriteString("author_association", IssueJson.Association(repository, issue.Author));
        json.Paste("user", issue.Author.Json);
        json.Paste("labels", issue.Labels.Select(label => label.Json));
        json.Paste("assignee", issue.Assignees is [var first, ..] ? first.Json : null);
        json.Paste("assignees", issue.Assignees.Select(assignee => assignee.Json));
        json.Paste("requested_reviewers", pull.Reviewers.Select(reviewer => reviewer.Json));
        json.Paste("requested_teams", []);
        Array.ForEach(Nothing, json.WriteNull);
        Side(json, "head", repository, pull.HeadBranch, pull.Head);
        Side(json, "base", repository, pull.BaseBranch, pull.Base);
        Links(json, pull);
    }

    private static void Links(Utf8JsonWriter json, SandboxPull pull)
    {
        var repository = pull.Issue.Repository;
        var (url, page) = ($"{repository.Url}/pulls/{pull.Number}", $"{repository.HtmlUrl}/pull/{pull.Number}");
        var (statuses, comment) = ($"{repository.Url}/statuses/{pull.Head.Sha}", $"{repository.Url}/pulls/comments{{/number}}");

        json.WriteString("url", url);
        json.WriteString("html_url", page);
        json.WriteString("diff_url", $"{page}.diff");
        json.WriteString("patch_url", $"{page}.patch");
        json.WriteString("issue_url", pull.Issue.Url);
        json.WriteString("commits_url", $"{url}/commits");
        json.WriteString("review_comments_url", $"{url}/comments");
        json.WriteString("review_comment_url", comment);
        json.WriteString("comments_url", $"{pull.Issue.Url}/comments");
        json.WriteString("statuses_url", statuses);
        json.WriteStartObject("_links");

        foreach (var (name, link) in (ReadOnlySpan<(string, string)>)
        [
            ("self", url), ("html", page), ("issue", pull.Issue.Url), ("comments", $"{pull.Issue.Url}/comments"), ("commits", $"{url}/commits"), ("statuses", statuses),
            ("review_comments", $"{url}/comments"), ("review_comment", comment),
        ])
        {
            json.WriteStartObject(name);
            json.WriteString("href", link);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, SandboxRepository repository, string branch, SandboxCommit commit)
    {
        json.WriteStartObject(name);
        json.WriteString("label", $"{repository.Owner.Login}:{branch}");
        json.WriteString("ref", branch);
        json.WriteString("sha", commit.Sha);
        json.Paste("user", repository.Owner.Json);
        json.Paste("repo", repository.Json);
        json.WriteEndObject();
    }
}
