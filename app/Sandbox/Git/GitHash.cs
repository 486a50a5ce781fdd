using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>
/// Names objects as git does: SHA-1 of their kind, size and bytes, 40 lower-case hexadecimal digits. Source: git, "Git Internals - Git Objects"; a tree's entries are sorted by name,
/// as if a folder's ended in <c>/</c>.
/// </summary>
internal static class GitHash
{
    public static string Blob(ReadOnlySpan<byte> bytes) => Of("blob", bytes);

    /// <summary>The tree of these files, paths and all.</summary>
    public static string Tree(IEnumerable<KeyValuePair<string, SandboxBlob>> files)
    {
        var entries = files.GroupBy(file => file.Key.Split('/')[0]).Select(Entry).OrderBy(entry => entry.Order, StringComparer.Ordinal);

        return Of("tree", [.. entries.SelectMany(entry => entry.Bytes)]);
    }

    public static string Commit(string tree, string? parent, SandboxUser author, DateTimeOffset time, string message)
    {
        var by = string.Create(CultureInfo.InvariantCulture, $"{author.Login} <{author.Email}> {time.ToUnixTimeSeconds()} +0000");
        var above = parent is null ? "" : $"parent {parent}\n";

        return Of("commit", Encoding.UTF8.GetBytes($"tree {tree}\n{above}author {by}\ncommitter {by}\n\n{message}\n"));
    }

    private static (string Order, byte[] Bytes) Entry(IGrouping<string, KeyValuePair<string, SandboxBlob>> entry)
    {
        var name = entry.Key;
        var isFolder = entry.First().Key.Length > name.Length;
        var sha = isFolder ? Tree(entry.Select(file => KeyValuePair.Create(file.Key[(name.Length + 1)..], file.Value))) : entry.First().Value.Sha;

        return (isFolder ? name + "/" : name, [.. Encoding.UTF8.GetBytes($"{(isFolder ? "40000" : "100644")} {name}\0"), .. Convert.FromHexString(sha)]);
    }

    [SuppressMessage("Security", "CA5350", Justification = "It is how git names things; nothing here guards anything.")]
    private static string Of(string kind, ReadOnlySpan<byte> bytes)
    {
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {bytes.Length}\0"));

        return Convert.ToHexStringLower(SHA1.HashData([.. header, .. bytes]));
    }
}
