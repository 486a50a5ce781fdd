using System.Text;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Lets git clone and fetch: its "dumb" protocol over HTTP, which is reading files of a repository one by one, below <c>/{owner}/{repo}.git/</c>. Nobody can push this way, and all sandbox
/// repositories are public. Source: git, "gitprotocol-http" (dumb clients) and "gitrepository-layout".
/// </summary>
internal static class GitDoor
{
    private const string Suffix = ".git";

    /// <summary>Null when the address is none of git's.</summary>
    public static RestAnswer? Answer(RestRequest request, SandboxState state) =>
        request is { Method: "GET", Segments: [var owner, var name, .. var path] } && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? state.FindRepository(owner, name[..^Suffix.Length]) is { } repository ? File(repository, path) : RestErrors.NotFound
            : null;

    private static RestAnswer File(SandboxRepository repository, string[] path) => path switch
    {
        ["HEAD"] => Text($"ref: refs/heads/{Git.SandboxBranches.Default}\n"),
        ["info", "refs"] => Text(Refs(repository)),
        ["objects", "info", "packs"] => Text("\n"),
        ["objects", { Length: 2 } folder, { Length: 38 } file] when repository.Branches.Objects.Find(folder + file) is { } found => new(200, found.Loose()) { Type = "application/x-git-loose-object" },
        _ => RestErrors.NotFound,
    };

    /// <summary>Each ref, and after an annotated tag what it leads to.</summary>
    private static string Refs(SandboxRepository repository)
    {
        var (code, text) = (repository.Branches, new StringBuilder());

        foreach (var (name, sha) in code.Refs.All)
        {
            text.Append(sha).Append("\trefs/").Append(name).Append('\n');

            if (code.Objects.Tag(sha) is not null && code.Objects.Peel(sha) is { } commit)
            {
                text.Append(commit.Sha).Append("\trefs/").Append(name).Append("^{}\n");
            }
        }

        return text.ToString();
    }

    private static RestAnswer Text(string text) => new(200, Encoding.UTF8.GetBytes(text)) { Type = "text/plain" };
}
