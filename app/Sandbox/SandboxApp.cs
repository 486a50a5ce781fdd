using System.Security.Cryptography;

namespace Hotfix.Sandbox;

/// <summary>
/// The App as it is registered on the sandbox. A class and not a record, so that no <c>ToString</c> prints its secrets.
/// <para>Making one generates an RSA key, which takes about a tenth of a second: where many sandboxes start, make one and pass it in
/// <see cref="SandboxOptions.App"/>.</para>
/// </summary>
internal sealed class SandboxApp
{
    /// <summary>The id of GitHub's own App, which runs workflows.</summary>
    public const long GitHubActions = 15368;

    private readonly byte[] publicKey;

    private SandboxApp(long id, string slug, RSA key)
    {
        Id = id;
        Slug = slug;
        PrivateKeyPem = key.ExportRSAPrivateKeyPem();
        publicKey = key.ExportRSAPublicKey();
    }

    public long Id { get; }

    public string Slug { get; }

    public string ClientId => $"Iv23lisandbox{Id}";

    /// <summary>The login under which the App writes.</summary>
    public string Login => $"{Slug}[bot]";

    /// <summary>PKCS#1, as GitHub hands it out: <c>BEGIN RSA PRIVATE KEY</c>.</summary>
    public string PrivateKeyPem { get; }

    public string WebhookSecret { get; } = RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>Of an App that is not ours.</summary>
    public static string SlugOf(long id) => id == GitHubActions ? "github-actions" : "stranger";

    public static SandboxApp Create(long id = 1001, string slug = "hotfix-sandbox")
    {
        using var key = RSA.Create(2048);
        return new SandboxApp(id, slug, key);
    }

    /// <summary>Whether the App's private key made this RS256 signature.</summary>
    public bool Signed(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = RSA.Create();
        key.ImportRSAPublicKey(publicKey, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
