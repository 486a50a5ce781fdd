namespace Hotfix.Extension.Manifests;

/// <summary>
/// A match pattern (developer.chrome.com, "Match patterns"): <c>&lt;all_urls&gt;</c>, or scheme, host and path, where the host may be <c>*</c> or begin with <c>*.</c>.
/// </summary>
/// <param name="Host">In lower case, without the <c>*.</c>; empty for every host.</param>
/// <param name="Subdomains">Whether every subdomain is meant too.</param>
internal sealed record MatchPattern(string Text, string Scheme, string Host, bool Subdomains)
{
    private static readonly string[] Schemes = ["*", "http", "https", "ws", "wss", "file", "ftp", "chrome-extension", "urn"];

    /// <summary>Every site there is.</summary>
    public bool IsEverywhere => Host.Length == 0 && Scheme is not ("file" or "urn" or "chrome-extension");

    /// <summary>Whether a text in <c>permissions</c> is meant as a pattern rather than as a permission.</summary>
    public static bool LooksLikeOne(string text) => text == "<all_urls>" || text.Contains("://", StringComparison.Ordinal) || (text.Contains('*', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal));

    public static MatchPattern? TryParse(string text)
    {
        if (text == "<all_urls>")
        {
            return new(text, "*", "", true);
        }

        var colon = text.IndexOf("://", StringComparison.Ordinal);

        if (colon < 0 || !Schemes.Contains(text[..colon]))
        {
            return null;
        }

        var scheme = text[..colon];
        var slash = text.IndexOf('/', colon + 3);

        if (slash < 0 || (slash == colon + 3 && scheme != "file"))
        {
            return null;
        }

        if (WithoutPort(text[(colon + 3)..slash]) is not { } host)
        {
            return null;
        }

        var (subdomains, name) = host switch
        {
            "*" => (true, ""),
            ['*', '.', .. var rest] => (true, rest),
            _ => (false, host),
        };

        return name.Contains('*', StringComparison.Ordinal) || name.Any(char.IsWhiteSpace) || (name.Length == 0 && host is not ("*" or "")) ? null : new(text, scheme, Lower(name), subdomains);
    }

    /// <summary>Whether whoever may go where this says may also go where the other says; schemes and paths do not count, as Chrome does not warn about them either.</summary>
    public bool Covers(MatchPattern other) =>
        IsEverywhere || (Host == other.Host && (Subdomains || !other.Subdomains)) || (Subdomains && Host.Length > 0 && other.Host.EndsWith("." + Host, StringComparison.Ordinal));

    private static string? WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');

        if (colon < 0 || host.EndsWith(']'))
        {
            return host;
        }

        var port = host[(colon + 1)..];

        return port == "*" || ushort.TryParse(port, out _) ? host[..colon] : null;
    }

#pragma warning disable CA1308 // hosts are written in lower case
    private static string Lower(string host) => host.ToLowerInvariant();
#pragma warning restore CA1308
}
