using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.GitHub;

/// <summary>The App's key for tests, made anew each run, and GitHub's view of what it signs.</summary>
internal static class TestKey
{
    private static readonly RSA Rsa = RSA.Create(2048);

    public static string Pkcs1 { get; } = Rsa.ExportRSAPrivateKeyPem();

    public static string Pkcs8 { get; } = Rsa.ExportPkcs8PrivateKeyPem();

    public static string Public { get; } = Rsa.ExportSubjectPublicKeyInfoPem();

    /// <summary>The claims of a JWT whose signature is right.</summary>
    public static JsonNode Claims(string jwt)
    {
        var parts = jwt.Split('.');

        Assert.Equal(3, parts.Length);
        Assert.Equal("""{"alg":"RS256","typ":"JWT"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));

        using var github = RSA.Create();
        github.ImportFromPem(Public);
        Assert.True(github.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        return JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
    }

    /// <summary>What GitHub demands: issued in the past, not yet ended, ending in ten minutes at the latest.</summary>
    public static bool Accepts(string jwt, DateTimeOffset now)
    {
        var claims = Claims(jwt);
        var (issued, ends) = ((long)claims["iat"]!, (long)claims["exp"]!);

        var second = now.ToUnixTimeSeconds();

        return issued <= second && ends > second && ends <= second + 600 && (string)claims["iss"]! == "77";
    }
}
