using Hotfix.Domain;

namespace Hotfix.Extension.Crx;

/// <summary>One signature over a package, with the key that made it.</summary>
/// <param name="PublicKey">DER SubjectPublicKeyInfo.</param>
internal sealed record CrxProof(ProofKind Kind, ReadOnlyMemory<byte> PublicKey, ReadOnlyMemory<byte> Signature);

/// <summary>What stands before the zip in a CRX3: message <c>CrxFileHeader</c> of Chromium's components/crx_file/crx3.proto.</summary>
/// <param name="SignedData">Message <c>SignedData</c>, as it was signed: the extension's id in 16 bytes.</param>
internal sealed record CrxHeader(Values<CrxProof> Proofs, ReadOnlyMemory<byte> SignedData)
{
    private const int SignedDataField = 10_000;

    public static byte[] SignedDataOf(ReadOnlySpan<byte> publicKey) => Protobuf.Field(1, System.Security.Cryptography.SHA256.HashData(publicKey).AsSpan(0, ExtensionId.Bytes));

    /// <summary>Null where the bytes are no such message.</summary>
    public static CrxHeader? Read(ReadOnlyMemory<byte> bytes)
    {
        var proofs = new List<CrxProof>();
        ReadOnlyMemory<byte> signedData = default;

        if (Protobuf.Read(bytes) is not { } fields)
        {
            return null;
        }

        foreach (var (number, value) in fields)
        {
            if (number == SignedDataField)
            {
                signedData = value;
            }
            else if (number is (int)ProofKind.Rsa or (int)ProofKind.Ecdsa)
            {
                if (Protobuf.Read(value) is not { } proof)
                {
                    return null;
                }

                proofs.Add(new((ProofKind)number, Last(proof, 1), Last(proof, 2)));
            }
        }

        return new([.. proofs], signedData);
    }

    public byte[] Write() =>
    [
        .. Proofs.OrderBy(proof => proof.Kind).SelectMany(proof => Protobuf.Field((int)proof.Kind, [.. Protobuf.Field(1, proof.PublicKey.Span), .. Protobuf.Field(2, proof.Signature.Span)])),
        .. Protobuf.Field(SignedDataField, SignedData.Span),
    ];

    /// <summary>The 16 bytes of the id; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Id() => Protobuf.Read(SignedData) is { } fields && Last(fields, 1) is { Length: ExtensionId.Bytes } id ? id : default;

    /// <summary>Of a field that must not be repeated, the last counts.</summary>
    private static ReadOnlyMemory<byte> Last(List<(int Number, ReadOnlyMemory<byte> Value)> fields, int number) => fields.LastOrDefault(field => field.Number == number).Value;
}
