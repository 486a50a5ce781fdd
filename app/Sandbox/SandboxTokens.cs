using System.Buffers.Text;
using System.Text;

namespace Hotfix.Sandbox;

/// <summary>A token, as the sandbox remembers it: an installation's, or a person's or a workflow's (no installation), which sees every repository and may do everything.</summary>
internal sealed record SandboxToken(SandboxInstallation? Installation, DateTimeOffset Expires, IReadOnlySet<long>? Repositories, IReadOnlyDictionary<string, string> Permissions)
{
    /// <summary>Whether it allows this (<c>checks</c>) as far as this (<c>read</c>, or <c>write</c>, which includes reading). GitHub gives <c>metadata</c> with every other.</summary>
    public bool Allows(string permission, string access) =>
        Installation is null || permission == "metadata" || (Permissions.TryGetValue(permission, out var given) && (given == access || given == "write"));

    /// <summary>Who writes releases with it: the App, or GitHub's own App for workflows, for nobody else is known to do that. Source: GitHub docs, "Automatic token authentication".</summary>
    public SandboxUser Releaser(SandboxState state) => Installation is null ? state.User("github-actions[bot]", "Bot") : state.Bot;

    public bool Covers(SandboxRepository repository) => Installation is null
        || (repository.Installation == Installation && repository.Granted && (Repositories is null || Repositories.Contains(repository.Id)));
}

/// <summary>
/// The tokens handed out, in the format of 2026: <c>ghs_&lt;app id&gt;_&lt;JWT&gt;</c>, about 520 characters with dots, of no fixed length.
/// They last one hour by the sandbox's clock. Source: github.blog, 2026-05-15.
/// </summary>
internal sealed class SandboxTokens(SandboxState state)
{
    private readonly Dictionary<string, SandboxToken> tokens = new(StringComparer.Ordinal);
    private readonly List<string> given = [];

    public static TimeSpan Life { get; } = TimeSpan.FromHours(1);

    /// <summary>Every token that was handed out, revoked ones among them: none of them belongs in a log.</summary>
    public IReadOnlyList<string> Given
    {
        get
        {
            lock (state.Gate)
            {
                return [.. given];
            }
        }
    }

    public string Mint(SandboxInstallation installation, DateTimeOffset expires, IReadOnlySet<long>? repositories, IReadOnlyDictionary<string, string> permissions)
    {
        var header = Encode("""{"alg":"ES256","kid":"2026-04-27","typ":"JWT"}"""u8);
        var unique = Convert.ToHexStringLower(state.Chance.Bytes(90));
        var claims = Encode(Encoding.UTF8.GetBytes(
            $$"""{"iss":"github.com","sub":"installation:{{installation.Id}}","exp":{{expires.ToUnixTimeSeconds()}},"jti":"{{unique}}"}"""));
        var token = $"ghs_{state.App.Id}_{header}.{claims}.{Encode(state.Chance.Bytes(64))}";
        tokens.Add(token, new SandboxToken(installation, expires, repositories, permissions));
        given.Add(token);
        return token;
    }

    /// <summary>From now on a person's token of this text is good, for ever.</summary>
    public void Accept(string personal)
    {
        lock (state.Gate)
        {
            tokens[personal] = new SandboxToken(null, DateTimeOffset.MaxValue, null, new Dictionary<string, string>());
        }
    }

    /// <summary>The token, when it is known, has not ended and was not revoked.</summary>
    public SandboxToken? Find(string token) => tokens.GetValueOrDefault(token) is { } found && found.Expires > state.Now ? found : null;

    /// <summary>Ends all tokens of an installation, as its removal and its suspension do.</summary>
    public void Revoke(SandboxInstallation installation)
    {
        foreach (var (token, _) in tokens.Where(pair => pair.Value.Installation == installation).ToList())
        {
            tokens.Remove(token);
        }
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
