using System.Collections.Immutable;
using System.Text.Json;
using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// git's folders, read and made. Of a new one, <c>base_tree</c> says what it starts from (without it, nothing else is in it), and a <c>sha</c> that is null removes. Source: REST, "Git trees".
/// </summary>
internal static class TreeEndpoints
{
    private static readonly string[] Modes = [SandboxBlob.Plain, SandboxBlob.Program, "120000"];

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "git/trees/{path}", Get, needs: "contents=read"),
        .. RestRoute.OfRepository("POST", "git/trees", Create, needs: "contents=write"),
    ];

    /// <summary>By its own name, or as the folder of a commit, a branch or a tag.</summary>
    private static RestAnswer Get(RestRequest request, SandboxState state)
    {
        var code = request.Repository.Branches;
        var sha = code.Objects.Find(request.Rest, "tree")?.Sha ?? code.Find(request.Rest)?.Tree;

        // GitHub takes any value for yes, `0` and `false` too.
        return sha is null
            ? RestErrors.NotFound
            : RestAnswer.Json(200, GitJson.Tree(request.Repository, sha, code.Objects.Entries(sha, recursive: request.Parameter("recursive") is not null)));
    }

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var objects = request.Repository.Branches.Objects;
        var files = GitFiles.None;

        if (request.Text("base_tree") is { } start)
        {
            files = objects.Find(start, "tree") is not null ? objects.Files(start) : throw new RestRefusal(RestErrors.Invalid("base_tree is not a valid tree oid"));
        }

        if (!request.Has("tree") || request.Json.GetProperty("tree") is not { ValueKind: JsonValueKind.Array } entries)
        {
            return RestErrors.Invalid("Invalid request.\n\n\"tree\" wasn't supplied.");
        }

        var tree = objects.Add(GitTree.Of(entries.EnumerateArray().Aggregate(files, (all, entry) => Put(all, entry, objects))));

        return RestAnswer.Json(201, GitJson.Tree(request.Repository, tree.Sha, objects.Entries(tree.Sha, recursive: false))) with { Location = $"{request.Repository.Url}/git/trees/{tree.Sha}" };
    }

    private static ImmutableSortedDictionary<string, SandboxBlob> Put(ImmutableSortedDictionary<string, SandboxBlob> files, JsonElement entry, GitStore objects)
    {
        var (path, mode, kind) = (GitBody.Text(entry, "path") ?? "", GitBody.Text(entry, "mode") ?? "", GitBody.Text(entry, "type") ?? "blob");
        var isNull = entry.TryGetProperty("sha", out var value) && value.ValueKind is JsonValueKind.Null;
        var (sha, content) = (GitBody.Text(entry, "sha"), GitBody.Text(entry, "content"));

        if (path.Split('/').Any(part => part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase)))
        {
            throw Wrong("tree.path contains a malformed path component");
        }

        if (isNull)
        {
            var without = files.Without(path);

            return without.Count < files.Count ? without : throw Wrong("GitRPC::BadObjectState");
        }

        if ((sha is null) == (content is null))
        {
            throw Wrong("Must supply either tree.sha or tree.content");
        }

        if (kind == "tree" && mode == "040000")
        {
            return sha is not null && objects.Find(sha, "tree") is not null
                ? objects.Files(sha).Aggregate(files.Without(path), (all, file) => all.With($"{path}/{file.Key}", file.Value))
                : throw Wrong($"tree.sha {sha} is not a valid tree");
        }

        if (kind != "blob" || !Modes.Contains(mode))
        {
            throw Wrong($"Must supply a valid tree.mode: the sandbox knows {string.Join(", ", Modes)} for a blob and 040000 for a tree.");
        }

        return files.With(path, content is not null
            ? new(objects.Add(SandboxBlob.Of(content).Object), mode)
            : new(objects.Find(sha!, "blob") ?? throw Wrong($"tree.sha {sha} is not a valid blob"), mode));
    }

    private static RestRefusal Wrong(string message) => new(RestErrors.Invalid(message));
}
