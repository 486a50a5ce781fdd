using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hotfix.Extension.Crx;

/// <summary>
/// A signed package, CRX3 (Chromium, components/crx_file/crx_creator.cc and crx_verifier.cc). Layout: <c>Cr24</c>, then as little-endian uint32 the version 3 and the header's length, the header, the zip.
/// Signed is <c>"CRX3 SignedData\0"</c>, the length of the signed data as uint32, the signed data, the zip.
/// </summary>
internal static class CrxFile
{
    private const int Prefix = 12;
    private const int MaxHeader = 1 << 19;
    private const int MaxProofs = 16;

    private static ReadOnlySpan<byte> Magic => "Cr24"u8;

    private static ReadOnlySpan<byte> Context => "CRX3 SignedData\0"u8;

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    /// <summary>What stands before the zip in its CRX. RSA signatures make the same of the same key and zip each time; ECDSA ones do not.</summary>
    /// <param name="keys">At least one. The first is the extension's identity.</param>
    public static byte[] Head(ReadOnlySpan<byte> zip, IReadOnlyList<SigningKey> keys)
    {
        var signedData = CrxHeader.SignedDataOf(keys[0].PublicKey.Span);
        var digest = Digest(signedData, zip);
        var header = new CrxHeader([.. keys.Select(key => new CrxProof(key.Kind, key.PublicKey, key.Sign(digest)))], signedData).Write();
        var head = new byte[Prefix + header.Length];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), (uint)header.Length);
        header.CopyTo(head, Prefix);

        return head;
    }

    public static byte[] Sign(ReadOnlySpan<byte> zip, IReadOnlyList<SigningKey> keys) => [.. Head(zip, keys), .. zip];

    /// <summary>Looks at every signature, as Chrome does. Whatever the bytes are: no exception, and no memory beyond theirs.</summary>
    public static CrxVerdict Verify(ReadOnlyMemory<byte> crx)
    {
        if (Shape(crx.Span) is { } wrong)
        {
            return new CrxVerdict.Refused(wrong);
        }

        var zip = Prefix + (int)Number(crx.Span, 8);

        if (CrxHeader.Read(crx[Prefix..zip]) is not { } header)
        {
            return new CrxVerdict.Refused("The CRX's header is damaged: it is not the message that crx3.proto describes.");
        }

        return Judge(header, crx, zip);
    }

    /// <summary>The zip of a CRX, whoever signed it.</summary>
    public static ReadOnlyMemory<byte> Zip(ReadOnlyMemory<byte> crx) => Shape(crx.Span) is { } wrong ? throw new ExtensionException(wrong) : crx[(Prefix + (int)Number(crx.Span, 8))..];

    /// <summary>SHA-256 of what the proofs sign.</summary>
    public static byte[] Digest(ReadOnlySpan<byte> signedData, ReadOnlySpan<byte> zip)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, signedData.Length);
        hash.AppendData(Context);
        hash.AppendData(length);
        hash.AppendData(signedData);
        hash.AppendData(zip);

        return hash.GetHashAndReset();
    }

    private static CrxVerdict Judge(CrxHeader header, ReadOnlyMemory<byte> crx, int zip)
    {
        var id = header.Id();

        if (id.IsEmpty)
        {
            return new CrxVerdict.Refused("The CRX's header is damaged: it holds no id of 16 bytes.");
        }

        if (header.Proofs.Count > MaxProofs)
        {
            return new CrxVerdict.Refused($"The CRX has {header.Proofs.Count} signatures; {MaxProofs} is the most that is looked at.");
        }

        var name = ExtensionId.FromBytes(id.Span);

        if (!header.Proofs.Any(proof => ExtensionId.Of(proof.PublicKey.Span) == name))
        {
            return new CrxVerdict.Refused($"The CRX says it is {name}, and no signature in it is by that extension's key.");
        }

        var digest = Digest(header.SignedData.Span, crx.Span[zip..]);

        for (var number = 1; number <= header.Proofs.Count; number++)
        {
            if (!PublicKeys.Verify(header.Proofs[number - 1], digest))
            {
                return new CrxVerdict.Refused($"Signature {number} of {header.Proofs.Count} in the CRX is wrong: the package was changed after it was signed, or the signature is not its key's.");
            }
        }

        return new CrxVerdict.Genuine(name, header.Proofs, zip);
    }

    private static string? Shape(ReadOnlySpan<byte> crx) => crx switch
    {
        _ when !crx.StartsWith(Magic) => crx.StartsWith("PK"u8) ? "This is a bare zip and no CRX: it is not signed." : "This is no CRX: it does not begin with Cr24.",
        { Length: < Prefix } => "The CRX is cut off within its first 12 bytes.",
        _ when Number(crx, 4) != 3 => $"The CRX is of version {Number(crx, 4)}: Chrome reads version 3.",
        _ when Number(crx, 8) > crx.Length - Prefix => $"The CRX is cut off: its header claims {Number(crx, 8):#,0} bytes, and {crx.Length - Prefix:#,0} are there.",
        _ when Number(crx, 8) > MaxHeader => $"The CRX's header claims {Number(crx, 8):#,0} bytes; no genuine one has more than {MaxHeader:#,0}.",
        _ => null,
    };

    private static long Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
