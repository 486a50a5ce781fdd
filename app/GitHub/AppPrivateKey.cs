using System.Security.Cryptography;

namespace Hotfix.GitHub;

/// <summary>
/// The App's RSA key, which signs and is never shown.
/// <para>Shape: PEM, PKCS#1 (<c>BEGIN RSA PRIVATE KEY</c>, as GitHub hands it out) or PKCS#8 (<c>BEGIN PRIVATE KEY</c>), unencrypted; line breaks may be
/// written as <c>\n</c>,
/// as they are in environment variables.</para>
/// <para>Errors: <see cref="FormatException"/> with one sentence that holds nothing of the text.</para>
/// </summary>
internal sealed class AppPrivateKey : IDisposable
{
    private readonly RSA rsa;
    private readonly Lock gate = new(); // an RSA object is not promised to sign on two threads at once

    private AppPrivateKey(RSA rsa) => this.rsa = rsa;

    public static AppPrivateKey FromPem(string pem)
    {
        var rsa = RSA.Create();

        try
        {
            rsa.ImportFromPem(pem.Replace(@"\r", "", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal));
            rsa.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1); // a public key imports as well; only this tells

            return new AppPrivateKey(rsa);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            rsa.Dispose();

            // Without the inner exception: nobody promises that it does not quote what it could not read.
            throw new FormatException("The App's private key is not an unencrypted RSA private key in PEM form (-----BEGIN RSA PRIVATE KEY----- and so on).");
        }
    }

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256, which JWT calls RS256.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (gate)
        {
            return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public override string ToString() => "(private key)";

    public void Dispose() => rsa.Dispose();
}
