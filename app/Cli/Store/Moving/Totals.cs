using System.Security.Cryptography;
using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>How much there is, and the digest of all of it. Bytes are those of the bodies.</summary>
/// <param name="Digest">64 hexadecimal digits.</param>
internal sealed record Totals(long Documents, long Partitions, long Bytes, string Digest);

/// <summary>Sums up documents that come in the order of their places.</summary>
internal sealed class Summing : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? partition;
    private long partitions;

    public long Documents { get; private set; }

    public long Bytes { get; private set; }

    public Totals Totals => new(Documents, partitions, Bytes, Convert.ToHexStringLower(hash.GetCurrentHash()));

    public void Add(PlacedDocument placed, byte[] digest)
    {
        partitions += placed.Partition == partition ? 0 : 1;
        partition = placed.Partition;
        Documents++;
        Bytes += placed.Document.Body.Length;
        hash.AppendData(digest);
    }

    public void Dispose() => hash.Dispose();
}
