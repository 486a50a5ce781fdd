using System.Collections.Immutable;
using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>A commit: all files as they are then, by their paths.</summary>
internal sealed class SandboxCommit
{
    public SandboxCommit(IReadOnlyList<SandboxCommit> parents, ImmutableSortedDictionary<string, SandboxBlob> files, GitPerson author, GitPerson committer, string message)
    {
        Parents = parents;
        Files = files;
        By = author;
        Committer = committer;
        Message = message;
        Folder = GitTree.Of(files);
        var above = string.Concat(parents.Select(parent => $"parent {parent.Sha}\n"));
        Object = new("commit", Encoding.UTF8.GetBytes($"tree {Folder.Sha}\n{above}author {author}\ncommitter {committer}\n\n{message.TrimEnd('\n')}\n"));
    }

    /// <summary>More than one where it merges.</summary>
    public IReadOnlyList<SandboxCommit> Parents { get; }

    /// <summary>The first one.</summary>
    public SandboxCommit? Parent => Parents is [var first, ..] ? first : null;

    public ImmutableSortedDictionary<string, SandboxBlob> Files { get; }

    public GitPerson By { get; }

    public GitPerson Committer { get; }

    public DateTimeOffset Time => Committer.Time;

    public string Message { get; }

    public GitTree Folder { get; }

    public string Tree => Folder.Sha;

    public GitObject Object { get; }

    public string Sha => Object.Sha;

    /// <summary>Itself and all commits it was made from, none before one that was made from it.</summary>
    public IEnumerable<SandboxCommit> History => GitHistory.Of(this);

    /// <summary>What changed since another commit. A file that is gone and came back elsewhere with the same content was renamed.</summary>
    public IReadOnlyList<SandboxChange> Since(SandboxCommit? before)
    {
        var old = before?.Files ?? GitFiles.None;
        var gone = old.Where(file => !Files.ContainsKey(file.Key)).ToList();
        var changes = new List<SandboxChange>();

        foreach (var (path, blob) in Files)
        {
            if (old.TryGetValue(path, out var was))
            {
                changes.AddRange(was.IsSame(blob) ? [] : [new SandboxChange("modified", path, blob.Sha, null, was, blob)]);
                continue;
            }

            var from = gone.FindIndex(file => file.Value.Sha == blob.Sha);
            changes.Add(from < 0 ? new("added", path, blob.Sha, null, null, blob) : new("renamed", path, blob.Sha, gone[from].Key, blob, blob));

            if (from >= 0)
            {
                gone.RemoveAt(from);
            }
        }

        return [.. changes, .. gone.Select(file => new SandboxChange("removed", file.Key, file.Value.Sha, null, file.Value, null))];
    }
}

/// <summary>A changed file: <c>added</c>, <c>modified</c>, <c>removed</c> or <c>renamed</c> (from the path before).</summary>
internal sealed record SandboxChange(string Status, string Path, string Sha, string? Before, SandboxBlob? Was, SandboxBlob? Is)
{
    public (int Added, int Removed) Lines => GitLines.Compare(Was, Is);
}
