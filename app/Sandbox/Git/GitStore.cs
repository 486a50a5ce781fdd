using System.Collections.Immutable;

namespace Hotfix.Sandbox.Git;

/// <summary>The objects of a repository, by the names git gives them. To be touched only while holding the state's gate.</summary>
internal sealed class GitStore
{
    private readonly Dictionary<string, GitObject> objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SandboxCommit> commits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SandboxTag> tags = new(StringComparer.Ordinal);

    public GitObject? Find(string sha) => objects.GetValueOrDefault(sha);

    public GitObject? Find(string sha, string kind) => Find(sha) is { } found && found.Kind == kind ? found : null;

    public SandboxCommit? Commit(string sha) => commits.GetValueOrDefault(sha);

    public SandboxTag? Tag(string sha) => tags.GetValueOrDefault(sha);

    /// <summary>The commit that an object is, or that an annotated tag leads to.</summary>
    public SandboxCommit? Peel(string sha)
    {
        while (Tag(sha) is { } tag)
        {
            sha = tag.Target.Sha;
        }

        return Commit(sha);
    }

    public GitObject Add(GitObject one)
    {
        objects.TryAdd(one.Sha, one);

        return objects[one.Sha];
    }

    public GitTree Add(GitTree tree)
    {
        Array.ForEach<GitObject>([.. tree.Below, tree.Object], one => Add(one));

        return tree;
    }

    public SandboxCommit Add(SandboxCommit commit)
    {
        Add(commit.Folder);
        Add(commit.Object);

        return commits.TryAdd(commit.Sha, commit) ? commit : commits[commit.Sha];
    }

    public SandboxTag Add(SandboxTag tag)
    {
        Add(tag.Object);

        return tags.TryAdd(tag.Sha, tag) ? tag : tags[tag.Sha];
    }

    /// <summary>All files below a folder, by their paths from there.</summary>
    public ImmutableSortedDictionary<string, SandboxBlob> Files(string tree) =>
        GitFiles.None.AddRange(Entries(tree, recursive: true).Where(found => !found.Entry.IsFolder)
            .Select(found => KeyValuePair.Create(found.Path, new SandboxBlob(objects[found.Entry.Sha], found.Entry.Mode))));

    /// <summary>What is in a folder, and in those below it when that is wanted; each folder before what is in it.</summary>
    public IEnumerable<(string Path, GitEntry Entry)> Entries(string tree, bool recursive)
    {
        foreach (var entry in GitTree.Read(objects[tree].Bytes))
        {
            yield return (entry.Name, entry);

            foreach (var (path, below) in recursive && entry.IsFolder ? Entries(entry.Sha, recursive) : [])
            {
                yield return ($"{entry.Name}/{path}", below);
            }
        }
    }
}
