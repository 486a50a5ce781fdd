using System.Security.Cryptography;

namespace Hotfix.Extension.Crx;

/// <summary>Public keys, as a CRX or a file holds them.</summary>
internal static class PublicKeys
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>No genuine key is longer; a longer one would only cost time.</summary>
    private const int MaxBytes = 4096;

    /// <summary>The DER SubjectPublicKeyInfo of a PEM or DER file.</summary>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> file, string name)
    {
        var text = System.Text.Encoding.Latin1.GetString(file.Span);

        if (PemEncoding.TryFind(text, out var found))
        {
            if (text[found.Label] == "PUBLIC KEY" && found.DecodedDataLength <= MaxBytes)
            {
                return Convert.FromBase64String(text[found.Base64Data]);
            }
        }
        else if (IsKey(file))
        {
            return file;
        }

        throw new ExtensionException($"'{name}' holds no public key: PEM (-----BEGIN PUBLIC KEY-----) or DER (SubjectPublicKeyInfo).");
    }

    /// <summary>Whether the proof's signature is the key's own over what has this SHA-256.</summary>
    public static bool Verify(CrxProof proof, ReadOnlySpan<byte> digest)
    {
        using var key = Import(proof.PublicKey);

        try
        {
            return (proof.Kind, key) switch
            {
                (ProofKind.Rsa, RSA rsa) => rsa.VerifyHash(digest, proof.Signature.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                (ProofKind.Ecdsa, ECDsa ecdsa) => ecdsa.VerifyHash(digest, proof.Signature.Span, DSASignatureFormat.Rfc3279DerSequence),
                _ => false,
            };
        }
        catch (CryptographicException)
        {
            return false; // a signature that is none
        }
    }

    public static bool IsP256(ECDsa key) => key.ExportParameters(false).Curve is { IsNamed: true, Oid.Value: P256 };

    private static bool IsKey(ReadOnlyMemory<byte> publicKey)
    {
        using var key = Import(publicKey);

        return key is not null;
    }

    private static AsymmetricAlgorithm? Import(ReadOnlyMemory<byte> publicKey) =>
        publicKey.Length > MaxBytes ? null : TryImport(RSA.Create(), publicKey.Span) ?? TryImport(ECDsa.Create(), publicKey.Span);

    private static AsymmetricAlgorithm? TryImport(AsymmetricAlgorithm key, ReadOnlySpan<byte> publicKey)
    {
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);

            if (read == publicKey.Length && (key is RSA || (key is ECDsa ecdsa && IsP256(ecdsa))))
            {
                return key;
            }
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            // Not a key of this kind.
        }

        key.Dispose();

        return null;
    }
}
