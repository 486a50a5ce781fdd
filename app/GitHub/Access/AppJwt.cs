using System.Buffers.Text;
using System.Text;

namespace Hotfix.GitHub.Access;

/// <summary>
/// The App's proof of who it is: a JWT signed with its key, used again until a minute before it ends.
/// <para>Shape: RS256; <c>iat</c> a minute back, <c>exp</c> nine minutes ahead (GitHub allows ten), <c>iss</c> the App's number; times in Unix seconds.</para>
/// <para>Source: GitHub, "Generating a JSON Web Token (JWT) for a GitHub App"; RFC 7519.</para>
/// </summary>
internal sealed class AppJwt(long appId, AppPrivateKey key, GitHubClock clock)
{
    private static readonly TimeSpan Backdated = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(540);
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(60);

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8);

    private readonly Lock gate = new();
    private Signed? current;

    public Token Current()
    {
        lock (gate)
        {
            var now = clock.Now;
            var skew = clock.Skew;

            if (current is null || current.Skew != skew || now >= current.RenewAt)
            {
                current = new Signed(Sign(now), now + Lifetime - Spare, skew);
            }

            return current.Token;
        }
    }

    private Token Sign(DateTimeOffset now)
    {
        var claims = $$"""{"iat":{{(now - Backdated).ToUnixTimeSeconds()}},"exp":{{(now + Lifetime).ToUnixTimeSeconds()}},"iss":"{{appId}}"}""";
        var signed = $"{Header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";

        return new Token($"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}");
    }

    private sealed record Signed(Token Token, DateTimeOffset RenewAt, TimeSpan Skew);
}
