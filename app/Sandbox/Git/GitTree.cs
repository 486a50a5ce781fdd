using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>One entry of a folder: a file, a link or another folder. The sandbox knows no submodules.</summary>
internal sealed record GitEntry(string Mode, string Name, string Sha)
{
    public const string FolderMode = "40000";

    public bool IsFolder => Mode == FolderMode;
}

/// <summary>
/// A folder as git stores it, its files and all folders below. Entries are sorted by the bytes of their names, as if a folder's ended in <c>/</c>.
/// Source: git, "Git Internals - Git Objects", and git-fsck (<c>treeNotSorted</c>).
/// </summary>
internal sealed class GitTree
{
    private GitTree(IReadOnlyList<GitEntry> entries, IReadOnlyList<GitObject> below)
    {
        Entries = entries;
        Below = below;
        Object = new GitObject("tree", Write(entries));
    }

    public GitObject Object { get; }

    public string Sha => Object.Sha;

    public IReadOnlyList<GitEntry> Entries { get; }

    /// <summary>All objects that are needed to know what is in it.</summary>
    public IReadOnlyList<GitObject> Below { get; }

    /// <summary>The folder that holds these files, paths and all.</summary>
    public static GitTree Of(IEnumerable<KeyValuePair<string, SandboxBlob>> files)
    {
        var (entries, below) = (new List<GitEntry>(), new List<GitObject>());

        foreach (var group in files.GroupBy(file => file.Key.Split('/')[0]))
        {
            var name = group.Key;

            if (group.First() is var (path, blob) && path == name)
            {
                entries.Add(new(blob.Mode, name, blob.Sha));
                below.Add(blob.Object);
                continue;
            }

            var folder = Of(group.Select(file => KeyValuePair.Create(file.Key[(name.Length + 1)..], file.Value)));
            entries.Add(new(GitEntry.FolderMode, name, folder.Sha));
            below.AddRange([.. folder.Below, folder.Object]);
        }

        entries.Sort(Compare);

        return new(entries, below);
    }

    /// <summary>The entries of a folder from its bytes.</summary>
    public static IEnumerable<GitEntry> Read(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var (space, end) = (bytes.Span.IndexOf((byte)' '), bytes.Span.IndexOf((byte)0));

            yield return new(Text(bytes[..space]), Text(bytes[(space + 1)..end]), Convert.ToHexStringLower(bytes.Slice(end + 1, 20).Span));

            bytes = bytes[(end + 21)..];
        }

        static string Text(ReadOnlyMemory<byte> part) => Encoding.UTF8.GetString(part.Span);
    }

    private static int Compare(GitEntry one, GitEntry other) => Order(one).AsSpan().SequenceCompareTo(Order(other));

    private static byte[] Order(GitEntry entry) => Encoding.UTF8.GetBytes(entry.IsFolder ? entry.Name + "/" : entry.Name);

    private static byte[] Write(IEnumerable<GitEntry> entries) =>
        [.. entries.SelectMany(entry => (byte[])[.. Encoding.UTF8.GetBytes($"{entry.Mode} {entry.Name}\0"), .. Convert.FromHexString(entry.Sha)])];
}
