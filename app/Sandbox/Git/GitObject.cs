using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>
/// An object as git stores it: <c>blob</c>, <c>tree</c>, <c>commit</c> or <c>tag</c>, and its bytes; named by the SHA-1 of both, 40 lower-case hexadecimal digits.
/// Source: git, "Git Internals - Git Objects".
/// </summary>
internal sealed class GitObject
{
    private readonly ReadOnlyMemory<byte> header;

    public GitObject(string kind, ReadOnlyMemory<byte> bytes)
    {
        Kind = kind;
        Bytes = bytes;
        header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {bytes.Length}\0"));
        Sha = Name();
    }

    public string Kind { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public string Sha { get; }

    /// <summary>As it lies in <c>.git/objects</c>: header and bytes, by zlib.</summary>
    public byte[] Loose()
    {
        using var loose = new MemoryStream();

        using (var zlib = new ZLibStream(loose, CompressionLevel.Fastest))
        {
            zlib.Write(header.Span);
            zlib.Write(Bytes.Span);
        }

        return loose.ToArray();
    }

    [SuppressMessage("Security", "CA5350", Justification = "It is how git names things; nothing here guards anything.")]
    private string Name()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha.AppendData(header.Span);
        sha.AppendData(Bytes.Span);

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
