using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>A repository, as <c>repository-webhooks</c> of GitHub's API description.</summary>
internal static class RepositoryJson
{
    /// <summary>Field, and what follows the repository's address in it.</summary>
    private static readonly (string Field, string Suffix)[] Links =
    [
        ("url", ""), ("forks_url", "/forks"), ("keys_url", "/keys{/key_id}"), ("collaborators_url", "/collaborators{/collaborator}"), ("teams_url", "/teams"),
        ("hooks_url", "/hooks"), ("issue_events_url", "/issues/events{/number}"), ("events_url", "/events"), ("assignees_url", "/assignees{/user}"),
        ("branches_url", "/branches{/branch}"), ("tags_url", "/tags"), ("blobs_url", "/git/blobs{/sha}"), ("git_tags_url", "/git/tags{/sha}"),
        ("git_refs_url", "/git/refs{/sha}"), ("trees_url", "/git/trees{/sha}"), ("statuses_url", "/statuses/{sha}"), ("languages_url", "/languages"),
        ("stargazers_url", "/stargazers"), ("contributors_url", "/contributors"), ("subscribers_url", "/subscribers"), ("subscription_url", "/subscription"),
        ("commits_url", "/commits{/sha}"), ("git_commits_url", "/git/commits{/sha}"), ("comments_url", "/comments{/number}"),
        ("issue_comment_url", "/issues/comments{/number}"), ("contents_url", "/contents/{+path}"), ("compare_url", "/compare/{base}...{head}"),
        ("merges_url", "/merges"), ("archive_url", "/{archive_format}{/ref}"), ("downloads_url", "/downloads"), ("issues_url", "/issues{/number}"),
        ("pulls_url", "/pulls{/number}"), ("milestones_url", "/milestones{/number}"), ("notifications_url", "/notifications{?since,all,participating}"),
        ("labels_url", "/labels{/name}"), ("releases_url", "/releases{/id}"), ("deployments_url", "/deployments"),
    ];

    private static readonly string[] Yes = ["has_issues", "has_projects", "has_downloads", "has_wiki", "allow_forking"];

    private static readonly string[] No =
        ["private", "fork", "has_pages", "has_discussions", "archived", "disabled", "is_template", "web_commit_signoff_required"];

    private static readonly string[] Zero =
        ["size", "stargazers_count", "watchers_count", "forks_count", "open_issues_count", "forks", "open_issues", "watchers"];

    private static readonly string[] Nothing = ["description", "homepage", "language", "mirror_url", "license"];

    /// <summary>As the deliveries about runs of workflows name it once more, with less.</summary>
    public static Fragment Short(SandboxRepository repository) => Fragment.Of(json =>
    {
        json.WriteNumber("id", repository.Id);
        json.WriteString("node_id", repository.NodeId);
        json.WriteString("name", repository.Name);
        json.WriteString("full_name", repository.FullName);
        json.Paste("owner", repository.Owner.Json);
        json.WriteBoolean("private", false);
        json.WriteString("html_url", repository.HtmlUrl);
        json.WriteNull("description");
        json.WriteBoolean("fork", false);

        foreach (var (field, suffix) in Links)
        {
            json.WriteString(field, repository.Url + suffix);
        }
    });

    public static Fragment Of(SandboxRepository repository) => Fragment.Of(json =>
    {
        json.WriteNumber("id", repository.Id);
        json.WriteString("node_id", repository.NodeId);
        json.WriteString("name", repository.Name);
        json.WriteString("full_name", repository.FullName);
        json.WritePropertyName("owner");
        json.WriteRawValue(repository.Owner.Json.Json.Span, skipInputValidation: true);
        json.WriteString("html_url", repository.HtmlUrl);
        json.WriteString("default_branch", SandboxBranches.Default);
        json.WriteString("visibility", "public");

        foreach (var (field, suffix) in Links)
        {
            json.WriteString(field, repository.Url + suffix);
        }

        foreach (var field in (ReadOnlySpan<string>)["created_at", "updated_at", "pushed_at"])
        {
            json.WriteString(field, Stamp.Of(repository.Created));
        }

        json.WriteString("git_url", $"git://github.com/{repository.FullName}.git");
        json.WriteString("ssh_url", $"git@github.com:{repository.FullName}.git");
        json.WriteString("clone_url", $"{repository.HtmlUrl}.git");
        json.WriteString("svn_url", repository.HtmlUrl);
        Array.ForEach(Yes, field => json.WriteBoolean(field, true));
        Array.ForEach(No, field => json.WriteBoolean(field, false));
        Array.ForEach(Zero, field => json.WriteNumber(field, 0));
        Array.ForEach(Nothing, json.WriteNull);
        json.WriteStartArray("topics");
        json.WriteEndArray();
    });
}
