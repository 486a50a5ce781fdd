using System.Net;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Git;

/// <summary>The modes of files at a commit, found folder by folder: a call for each folder on the way, once. A whole tree at once may have 100,000 entries.</summary>
/// <param name="where">Of which repository, and at which commit.</param>
internal sealed class Folders(ICalls calls, Func<string, Call> list, string where)
{
    /// <summary>The mode of a file that is not there.</summary>
    private const string Plain = "100644";

    private readonly Dictionary<string, TreeWire> known = new(StringComparer.Ordinal);

    /// <exception cref="RefusedException">It is no file, or a file lies where one of its folders would.</exception>
    public async Task<string> ModeOfAsync(string root, string path, CancellationToken cancellationToken)
    {
        var parts = path.Split('/');
        var folder = root;

        foreach (var part in parts[..^1])
        {
            switch (await FindAsync(folder, part, cancellationToken))
            {
                case null:
                    return Plain;
                case { Type: "tree", Sha: var inside }:
                    folder = inside;
                    break;
                default:
                    throw Refuse($"{path} {where} cannot be written, because {part} is no folder.");
            }
        }

        return await FindAsync(folder, parts[^1], cancellationToken) switch
        {
            null => Plain,
            { Type: "blob", Mode: "100644" or "100755" } file => file.Mode,
            { Mode: "120000" } => throw Refuse($"{path} {where} is a symbolic link, and Hotfix changes none; name the file it leads to."),
            _ => throw Refuse($"{path} {where} is no file."),
        };
    }

    private async Task<TreeEntryWire?> FindAsync(string folder, string name, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(folder, out var tree))
        {
            var call = list(folder);
            tree = (await calls.SendAsync(call, cancellationToken)).Read(call, GitJson.Default.TreeWire);
            known.Add(folder, tree);
        }

        var found = Array.Find(tree.Tree, entry => entry.Path == name);

        return found is null && tree.Truncated ? throw Refuse($"A folder {where} has more files than GitHub lists, so {name} was not found in it.") : found;
    }

    private static RefusedException Refuse(string sentence) => new((int)HttpStatusCode.UnprocessableEntity, sentence);
}
