using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Files and folders at a commit or a branch, by default at the head of the default branch. Source: REST, "Repository contents": a file of more than 1 MB has its content left out
/// when asked for as an object, and is refused otherwise.
/// </summary>
internal static class ContentEndpoints
{
    /// <summary>Bytes.</summary>
    private const int MaxSize = 1024 * 1024;

    public static IEnumerable<RestRoute> Routes { get; } = [.. RestRoute.OfRepository("GET", "contents/{path}", Get, needs: "contents=read")];

    private static RestAnswer Get(RestRequest request, SandboxState state)
    {
        var repository = request.Repository;
        var reference = request.Parameter("ref") ?? SandboxBranches.Default;
        var commit = repository.Branches.Find(reference) ?? throw new RestRefusal(RestErrors.Refuse(404, $"No commit found for the ref {reference}"));
        var asObject = request.Headers.Accept.ToString().Contains("github.object", StringComparison.Ordinal);
        var path = request.Rest;

        if (!commit.Files.TryGetValue(path, out var blob))
        {
            return Folder(repository, reference, commit, path, asObject);
        }

        var isTooLarge = blob.Bytes.Length > MaxSize;

        return isTooLarge && !asObject
            ? RestErrors.TooLarge
            : RestAnswer.Json(200, ContentJson.File(repository, reference, path, blob, isTooLarge), WireJson.GitHub.ContentJson);
    }

    private static RestAnswer Folder(SandboxRepository repository, string reference, SandboxCommit commit, string path, bool asObject)
    {
        var inside = commit.Files.Where(file => file.Key.StartsWith(path + "/", StringComparison.Ordinal)).ToList();

        if (inside.Count == 0)
        {
            return RestErrors.NotFound;
        }

        List<ContentJson> entries = [.. inside.GroupBy(file => file.Key[(path.Length + 1)..].Split('/')[0]).Select(entry => Entry(repository, reference, $"{path}/{entry.Key}", [.. entry]))];

        return asObject
            ? RestAnswer.Json(200, ContentJson.Folder(repository, reference, path, Tree(path, inside), entries), WireJson.GitHub.ContentJson)
            : RestAnswer.Json(200, entries, WireJson.GitHub.IReadOnlyListContentJson);
    }

    private static ContentJson Entry(SandboxRepository repository, string reference, string path, List<KeyValuePair<string, SandboxBlob>> files) => files switch
    {
        [var only] when only.Key == path => ContentJson.Entry(repository, reference, path, only.Value),
        _ => ContentJson.Folder(repository, reference, path, Tree(path, files), null),
    };

    private static string Tree(string path, IEnumerable<KeyValuePair<string, SandboxBlob>> files) =>
        GitTree.Of(files.Select(file => KeyValuePair.Create(file.Key[(path.Length + 1)..], file.Value))).Sha;
}
