using System.Security.Cryptography;

namespace Hotfix.Extension.Crx;

/// <summary>
/// A private key that signs packages and is never shown.
/// <para>Shape: PEM, unencrypted: PKCS#8 (<c>PRIVATE KEY</c>), PKCS#1 (<c>RSA PRIVATE KEY</c>) or SEC 1 (<c>EC PRIVATE KEY</c>); RSA of at least 2048 bits, or ECDSA on P-256.
/// Line breaks may be written as <c>\n</c>, as they are in environment variables. Several keys may follow one another: the first gives the extension its id.</para>
/// <para>Errors: <see cref="ExtensionException"/> with a sentence that holds nothing of the text.</para>
/// </summary>
internal sealed class SigningKey : IDisposable
{
    private const int LeastRsaBits = 2048;
    private readonly AsymmetricAlgorithm key;

    private SigningKey(AsymmetricAlgorithm key)
    {
        this.key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
    }

    public ProofKind Kind => key is RSA ? ProofKind.Rsa : ProofKind.Ecdsa;

    /// <summary>DER SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    public static SigningKey Create(ProofKind kind) => new(kind == ProofKind.Rsa ? RSA.Create(LeastRsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public static IReadOnlyList<SigningKey> FromPem(string pem)
    {
        var text = pem.Replace(@"\r", "", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal);
        var keys = new List<SigningKey>();
        var rest = text.AsSpan();

        for (; PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            // A block that is cut off is skipped over on the way to the next one.
            CheckWhole(rest[..found.Location.Start.Value]);

            // OpenSSL writes the name of the curve as a block of its own before the key.
            if (rest[found.Label] is not "EC PARAMETERS")
            {
                keys.Add(Import(rest[found.Location], rest[found.Label].ToString()));
            }
        }

        if (keys.Count > 0)
        {
            CheckWhole(rest);
        }

        return keys switch
        {
            [] => throw new ExtensionException("The signing key is not PEM (-----BEGIN PRIVATE KEY----- and so on)."),
            _ when keys.DistinctBy(key => Convert.ToHexString(key.PublicKey.Span)).Count() < keys.Count => throw new ExtensionException("The same signing key is there twice: each signs once."),
            _ => keys,
        };
    }

    /// <param name="digest">SHA-256 of what is signed.</param>
    public byte[] Sign(ReadOnlySpan<byte> digest) => key switch
    {
        RSA rsa => rsa.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ECDsa ecdsa => ecdsa.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence),
        _ => throw new InvalidOperationException("A signing key is RSA or ECDSA."),
    };

    public string PrivatePem() => key.ExportPkcs8PrivateKeyPem();

    public string PublicPem() => key.ExportSubjectPublicKeyInfoPem();

    public override string ToString() => "(private key)";

    public void Dispose() => key.Dispose();

    /// <summary>Refuses what is left over where it would have been a key.</summary>
    private static void CheckWhole(ReadOnlySpan<char> between)
    {
        if (between.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            throw new ExtensionException("One of several signing keys is cut off or damaged: each is a whole block of PEM, from -----BEGIN to -----END.");
        }
    }

    private static SigningKey Import(ReadOnlySpan<char> pem, string label)
    {
        switch (label)
        {
            case "PRIVATE KEY":
                return TryImport(RSA.Create(), pem) ?? TryImport(ECDsa.Create(), pem) ?? throw Unfit();
            case "RSA PRIVATE KEY":
                return TryImport(RSA.Create(), pem) ?? throw Unfit();
            case "EC PRIVATE KEY":
                return TryImport(ECDsa.Create(), pem) ?? throw Unfit();
            case "ENCRYPTED PRIVATE KEY":
                throw new ExtensionException("The signing key is encrypted: give it as it is inside, from a secret or a pipe.");
            case "PUBLIC KEY" or "RSA PUBLIC KEY" or "CERTIFICATE":
                throw new ExtensionException("The signing key is a public one: signing takes the private key.");
            default:
                throw Unfit();
        }
    }

    private static SigningKey? TryImport(AsymmetricAlgorithm key, ReadOnlySpan<char> pem)
    {
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            key.Dispose(); // without the exception: nobody promises that it does not quote what it could not read

            return null;
        }

        if (key is RSA { KeySize: < LeastRsaBits })
        {
            throw new ExtensionException($"The signing key has {key.KeySize} bits: an RSA key has at least {LeastRsaBits}.");
        }

        return key is ECDsa ecdsa && !PublicKeys.IsP256(ecdsa)
            ? throw new ExtensionException("The signing key is on another curve than P-256, the only one that Chrome verifies.")
            : new(key);
    }

    private static ExtensionException Unfit() => new("The signing key is neither RSA nor ECDSA in PEM (PKCS#8, PKCS#1 or SEC 1, unencrypted).");
}
