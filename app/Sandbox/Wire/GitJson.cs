using System.Text;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>git's own things: <c>git-ref</c>, <c>git-commit</c>, <c>git-tree</c>, <c>git-tag</c> and <c>short-blob</c> of GitHub's API description.</summary>
internal static class GitJson
{
    /// <param name="name">Without <c>refs/</c>.</param>
    public static Fragment Ref(SandboxRepository repository, string name, GitObject target) => Fragment.Of(json =>
    {
        json.WriteString("ref", $"refs/{name}");
        json.WriteString("node_id", NodeId($"{repository.Id}:refs/{name}"));
        json.WriteString("url", $"{repository.Url}/git/refs/{name}");
        json.Paste("object", Object(repository, target));
    });

    public static Fragment Commit(SandboxRepository repository, SandboxCommit commit) => Fragment.Of(json =>
    {
        json.WriteString("sha", commit.Sha);
        json.WriteString("node_id", NodeId($"{repository.Id}:{commit.Sha}"));
        json.WriteString("url", $"{repository.Url}/git/commits/{commit.Sha}");
        json.WriteString("html_url", $"{repository.HtmlUrl}/commit/{commit.Sha}");
        json.Paste("author", Person(commit.By));
        json.Paste("committer", Person(commit.Committer));
        json.Paste("tree", Named(commit.Tree, $"{repository.Url}/git/trees/{commit.Tree}"));
        json.WriteString("message", commit.Message);
        json.Paste("parents", commit.Parents.Select(parent => Parent(repository, parent, "git/commits")));
        json.Paste("verification", Unsigned);
    });

    public static Fragment Tree(SandboxRepository repository, string sha, IEnumerable<(string Path, GitEntry Entry)> entries) => Fragment.Of(json =>
    {
        json.WriteString("sha", sha);
        json.WriteString("url", $"{repository.Url}/git/trees/{sha}");
        json.Paste("tree", entries.Select(found => Entry(repository, found.Path, found.Entry)));
        json.WriteBoolean("truncated", false);
    });

    public static Fragment Tag(SandboxRepository repository, SandboxTag tag) => Fragment.Of(json =>
    {
        json.WriteString("node_id", NodeId($"{repository.Id}:{tag.Sha}"));
        json.WriteString("sha", tag.Sha);
        json.WriteString("url", $"{repository.Url}/git/tags/{tag.Sha}");
        json.WriteString("tag", tag.Name);
        json.WriteString("message", tag.Message);
        json.Paste("tagger", Person(tag.Tagger));
        json.Paste("object", Object(repository, tag.Target));
        json.Paste("verification", Unsigned);
    });

    public static Fragment Blob(SandboxRepository repository, string sha) => Named(sha, $"{repository.Url}/git/blobs/{sha}");

    /// <summary>Nothing in the sandbox is signed.</summary>
    public static Fragment Unsigned { get; } = Fragment.Of(json =>
    {
        json.WriteBoolean("verified", false);
        json.WriteString("reason", "unsigned");
        json.WriteNull("signature");
        json.WriteNull("payload");
        json.WriteNull("verified_at");
    });

    public static Fragment Person(GitPerson person) => Fragment.Of(json =>
    {
        json.WriteString("name", person.Name);
        json.WriteString("email", person.Email);
        json.WriteString("date", Stamp.Of(person.Time));
    });

    public static Fragment Named(string sha, string url) => Fragment.Of(json =>
    {
        json.WriteString("sha", sha);
        json.WriteString("url", url);
    });

    /// <param name="kind">Which of the two resources that a commit is the address leads to: <c>git/commits</c> or <c>commits</c>.</param>
    public static Fragment Parent(SandboxRepository repository, SandboxCommit parent, string kind) => Fragment.Of(json =>
    {
        json.WriteString("sha", parent.Sha);
        json.WriteString("url", $"{repository.Url}/{kind}/{parent.Sha}");
        json.WriteString("html_url", $"{repository.HtmlUrl}/commit/{parent.Sha}");
    });

    public static string NodeId(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Fragment Object(SandboxRepository repository, GitObject target) => Fragment.Of(json =>
    {
        json.WriteString("type", target.Kind);
        json.WriteString("sha", target.Sha);
        json.WriteString("url", $"{repository.Url}/git/{target.Kind}s/{target.Sha}");
    });

    private static Fragment Entry(SandboxRepository repository, string path, GitEntry entry) => Fragment.Of(json =>
    {
        json.WriteString("path", path);
        json.WriteString("mode", entry.Mode.PadLeft(6, '0'));
        json.WriteString("type", entry.IsFolder ? "tree" : "blob");
        json.WriteString("sha", entry.Sha);
        json.WriteString("url", $"{repository.Url}/git/{(entry.IsFolder ? "trees" : "blobs")}/{entry.Sha}");

        if (!entry.IsFolder)
        {
            json.WriteNumber("size", repository.Branches.Objects.Find(entry.Sha)!.Bytes.Length);
        }
    });
}
