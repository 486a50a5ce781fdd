namespace Hotfix.GitHub.Oidc;

/// <summary>Whose tokens are believed, and for whom they must be made.</summary>
/// <param name="Issuer">As the claim <c>iss</c> has it, without a slash at its end: <c>https://token.actions.githubusercontent.com</c>.</param>
/// <param name="Audience">Where the App is reached from outside, without a slash at its end.</param>
internal sealed record OidcOptions(Uri Issuer, string Audience)
{
    /// <summary>By how much the clocks of two machines may differ.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the issuer may take to give its keys.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Keys are asked for at most this often, whoever names one that is not known, and whether the issuer answers or not.</summary>
    public TimeSpan AskAgain { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Then known keys are asked for anew, so that one that was taken back does not count for ever.</summary>
    public TimeSpan KeepKeys { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The issuer of the tokens of a GitHub, by the address of its REST API. Source: GitHub docs, "OpenID Connect reference"; of an enterprise server "About security hardening with OpenID Connect", <c>https://HOST/_services/token</c>.</summary>
    public static Uri IssuerOf(Uri api) => api.Host switch
    {
        "api.github.com" => new("https://token.actions.githubusercontent.com"),
        var host when host.StartsWith("api.", StringComparison.Ordinal) && host.EndsWith(".ghe.com", StringComparison.Ordinal) => new($"https://token.actions.{host["api.".Length..]}"),
        _ => new($"{api.GetLeftPart(UriPartial.Authority)}/_services/token"),
    };
}
