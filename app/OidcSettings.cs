using Hotfix.GitHub.Oidc;

namespace Hotfix;

/// <summary>The settings of what workflows report: <c>HOTFIX_URL</c>, and <c>HOTFIX_OIDC_ISSUER</c> where the issuer cannot be told from the address of GitHub.</summary>
internal static class OidcSettings
{
    /// <summary>Null where nobody said how we are reached from outside.</summary>
    /// <exception cref="SettingsException">One sentence.</exception>
    public static OidcOptions? Read(IConfiguration values, Uri gitHub) => values["HOTFIX_URL"] is { Length: > 0 } url
        ? new(
            values["HOTFIX_OIDC_ISSUER"] is { Length: > 0 } issuer ? Address(issuer, "HOTFIX_OIDC_ISSUER", "the issuer of workflows' tokens, like https://token.actions.githubusercontent.com") : OidcOptions.IssuerOf(gitHub),
            Address(url, "HOTFIX_URL", "where this App is reached from outside, like https://hotfix.example.com").AbsoluteUri.TrimEnd('/'))
        : null;

    /// <summary>Only on the machine itself may it go without encryption, as the sandbox does.</summary>
    public static Uri Address(string text, string setting, string meaning) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0
            ? url
            : throw new SettingsException($"{setting} is '{text}': it is {meaning}; http is allowed for this machine alone.");
}
