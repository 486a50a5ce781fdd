using System.Collections.Immutable;

namespace Hotfix.Sandbox.Git;

/// <summary>A commit: all files as they are then, by their paths.</summary>
internal sealed class SandboxCommit(SandboxCommit? parent, ImmutableSortedDictionary<string, SandboxBlob> files, SandboxUser author, DateTimeOffset time, string message)
{
    public SandboxCommit? Parent { get; } = parent;

    public ImmutableSortedDictionary<string, SandboxBlob> Files { get; } = files;

    public SandboxUser Author { get; } = author;

    public DateTimeOffset Time { get; } = time;

    public string Message { get; } = message;

    public string Tree { get; } = GitHash.Tree(files);

    public string Sha => field ??= GitHash.Commit(Tree, Parent?.Sha, Author, Time, Message);

    /// <summary>Itself, its parent, and so on.</summary>
    public IEnumerable<SandboxCommit> History
    {
        get
        {
            for (var commit = this; commit is not null; commit = commit.Parent)
            {
                yield return commit;
            }
        }
    }

    /// <summary>What changed since another commit. A file that is gone and came back elsewhere with the same content was renamed.</summary>
    public IReadOnlyList<SandboxChange> Since(SandboxCommit? before)
    {
        var old = before?.Files ?? ImmutableSortedDictionary.Create<string, SandboxBlob>(StringComparer.Ordinal);
        var gone = old.Where(file => !Files.ContainsKey(file.Key)).ToList();
        var changes = new List<SandboxChange>();

        foreach (var (path, blob) in Files)
        {
            if (old.TryGetValue(path, out var was))
            {
                changes.AddRange(was.Sha == blob.Sha ? [] : [new SandboxChange("modified", path, blob.Sha, null)]);
                continue;
            }

            var from = gone.FindIndex(file => file.Value.Sha == blob.Sha);
            changes.Add(from < 0 ? new("added", path, blob.Sha, null) : new("renamed", path, blob.Sha, gone[from].Key));

            if (from >= 0)
            {
                gone.RemoveAt(from);
            }
        }

        return [.. changes, .. gone.Select(file => new SandboxChange("removed", file.Key, file.Value.Sha, null))];
    }
}

/// <summary>A changed file: <c>added</c>, <c>modified</c>, <c>removed</c> or <c>renamed</c> (from the path before).</summary>
internal sealed record SandboxChange(string Status, string Path, string Sha, string? Before);
