using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>Commits, branches, tags and comparisons as people see them: <c>commit</c>, <c>branch-with-protection</c>, <c>tag</c>, <c>commit-comparison</c>.</summary>
internal static class CodeJson
{
    /// <param name="files">What it changes; null where that is left out, as in lists.</param>
    public static Fragment Commit(SandboxRepository repository, SandboxCommit commit, IReadOnlyList<SandboxChange>? files = null) => Fragment.Of(json =>
    {
        var url = $"{repository.Url}/commits/{commit.Sha}";

        json.WriteString("sha", commit.Sha);
        json.WriteString("node_id", GitJson.NodeId($"{repository.Id}:{commit.Sha}"));
        json.WriteString("url", url);
        json.WriteString("html_url", $"{repository.HtmlUrl}/commit/{commit.Sha}");
        json.WriteString("comments_url", $"{url}/comments");
        json.Paste("commit", Inner(repository, commit));
        json.Paste("author", commit.By.User?.Json);
        json.Paste("committer", commit.Committer.User?.Json);
        json.Paste("parents", commit.Parents.Select(parent => GitJson.Parent(repository, parent, "commits")));

        if (files is not null)
        {
            json.Paste("files", files.Select(file => File(repository, file, commit.Sha)));
        }
    });

    public static Fragment Branch(SandboxRepository repository, string name, SandboxCommit head, bool isProtected) => Fragment.Of(json =>
    {
        var url = $"{repository.Url}/branches/{name}";

        json.WriteString("name", name);
        json.Paste("commit", Commit(repository, head));
        json.WriteStartObject("_links");
        json.WriteString("self", url);
        json.WriteString("html", $"{repository.HtmlUrl}/tree/{name}");
        json.WriteEndObject();
        json.WriteBoolean("protected", isProtected);
        json.WriteStartObject("protection");
        json.WriteBoolean("enabled", isProtected);

        if (isProtected)
        {
            var checks = repository.Rules.RequiredByProtection($"heads/{name}");
            json.WriteStartObject("required_status_checks");
            json.WriteString("enforcement_level", checks is null ? "off" : "non_admins");
            json.WriteStartArray("contexts");
            Array.ForEach([.. checks ?? []], json.WriteStringValue);
            json.WriteEndArray();
            json.Paste("checks", (checks ?? []).Select(Check));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteString("protection_url", $"{url}/protection");
    });

    /// <summary>A branch as lists name it, without its rules.</summary>
    public static Fragment Pointed(SandboxRepository repository, string name, SandboxCommit head) => Fragment.Of(json =>
    {
        json.WriteString("name", name);
        json.Paste("commit", GitJson.Named(head.Sha, $"{repository.Url}/commits/{head.Sha}"));
        json.WriteBoolean("protected", repository.Rules.IsProtected($"heads/{name}"));
    });

    public static Fragment Tag(SandboxRepository repository, string name, SandboxCommit commit) => Fragment.Of(json =>
    {
        json.WriteString("name", name);
        json.Paste("commit", GitJson.Named(commit.Sha, $"{repository.Url}/commits/{commit.Sha}"));
        json.WriteString("zipball_url", $"{repository.Url}/zipball/refs/tags/{name}");
        json.WriteString("tarball_url", $"{repository.Url}/tarball/refs/tags/{name}");
        json.WriteString("node_id", GitJson.NodeId($"{repository.Id}:refs/tags/{name}"));
    });

    /// <summary>What one commit has that the other has not.</summary>
    /// <param name="files">How many files are named at most.</param>
    public static Fragment Comparison(SandboxRepository repository, string names, SandboxCommit one, SandboxCommit other, SandboxCommit fork, IReadOnlyList<SandboxCommit> page, int files) => Fragment.Of(json =>
    {
        var (ahead, behind) = (other.Beyond(one).Count, one.Beyond(other).Count);
        var address = $"{repository.HtmlUrl}/compare/{names}";

        json.WriteString("url", $"{repository.Url}/compare/{names}");
        json.WriteString("html_url", address);
        json.WriteString("permalink_url", $"{repository.HtmlUrl}/compare/{repository.Owner.Login}:{one.Sha[..7]}...{repository.Owner.Login}:{other.Sha[..7]}");
        json.WriteString("diff_url", $"{address}.diff");
        json.WriteString("patch_url", $"{address}.patch");
        json.Paste("base_commit", Commit(repository, one));
        json.Paste("merge_base_commit", Commit(repository, fork));
        json.WriteString("status", (ahead, behind) switch { (0, 0) => "identical", (_, 0) => "ahead", (0, _) => "behind", _ => "diverged" });
        json.WriteNumber("ahead_by", ahead);
        json.WriteNumber("behind_by", behind);
        json.WriteNumber("total_commits", ahead);
        json.Paste("commits", page.Select(commit => Commit(repository, commit)));

        json.Paste("files", other.Since(fork).Take(files).Select(file => File(repository, file, other.Sha)));
    });

    /// <summary>A changed file, as <c>diff-entry</c>.</summary>
    public static Fragment File(SandboxRepository repository, SandboxChange change, string commit) => Fragment.Of(json =>
    {
        var (at, (added, removed)) = ($"{commit}/{change.Path}", change.Lines);

        json.WriteString("sha", change.Sha);
        json.WriteString("filename", change.Path);
        json.WriteString("status", change.Status);
        json.WriteNumber("additions", added);
        json.WriteNumber("deletions", removed);
        json.WriteNumber("changes", added + removed);
        json.WriteString("blob_url", $"{repository.HtmlUrl}/blob/{at}");
        json.WriteString("raw_url", $"{repository.HtmlUrl}/raw/{at}");
        json.WriteString("contents_url", $"{repository.Url}/contents/{change.Path}?ref={commit}");

        if (change.Before is { } before)
        {
            json.WriteString("previous_filename", before);
        }
    });

    /// <summary>A required check, which any App may report.</summary>
    private static Fragment Check(string name) => Fragment.Of(json =>
    {
        json.WriteString("context", name);
        json.WriteNull("app_id");
    });

    private static Fragment Inner(SandboxRepository repository, SandboxCommit commit) => Fragment.Of(json =>
    {
        json.WriteString("url", $"{repository.Url}/git/commits/{commit.Sha}");
        json.Paste("author", GitJson.Person(commit.By));
        json.Paste("committer", GitJson.Person(commit.Committer));
        json.WriteString("message", commit.Message);
        json.Paste("tree", GitJson.Named(commit.Tree, $"{repository.Url}/git/trees/{commit.Tree}"));
        json.WriteNumber("comment_count", 0);
        json.Paste("verification", GitJson.Unsigned);
    });
}
