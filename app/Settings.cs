using System.Globalization;
using Hotfix.GitHub.Oidc;
using Hotfix.Handlers;
using Hotfix.Handlers.Keeping;
using Hotfix.Handlers.Missed;
using Hotfix.Profiles;

namespace Hotfix;

/// <summary>
/// The settings, from the environment or <c>appsettings.json</c> (the environment wins). A wrong one stops the start with one sentence that names it, what it holds, and what would be right; secrets are never repeated.
/// </summary>
/// <param name="PrivateKey">The App's private key as PEM text.</param>
/// <param name="WebhookSecrets">One, or two while it is rotated.</param>
/// <param name="Telemetry">Whether spans and metrics are exported.</param>
/// <param name="Profile">The built-in profile for repositories without a file of their own.</param>
/// <param name="Sweep">How often missed deliveries are looked for; null for never.</param>
/// <param name="Host">The Functions host, where that started us.</param>
/// <param name="Oidc">Whose tokens workflows report with; null where nobody said how we are reached.</param>
internal sealed record Settings(Uri GitHub, long AppId, string PrivateKey, IReadOnlyList<string> WebhookSecrets, StoreAddress Store, string Urls, bool Pacing, WorkOptions Work, bool Telemetry, string Profile, SweepOptions? Sweep, CustomHandler? Host, OidcOptions? Oidc)
{
    /// <exception cref="SettingsException">One sentence.</exception>
    public static Settings Read(IConfiguration values)
    {
        var store = StoreAddress.Read(values);

        return Read(values, store, CustomHandler.Read(values, store));
    }

    private static Settings Read(IConfiguration values, StoreAddress store, CustomHandler? host) => new(
        Address(values["HOTFIX_GITHUB_URL"] ?? "https://api.github.com"),
        Number(values, "HOTFIX_APP_ID", "the App's id, a number; you find it on the App's settings page"),
        Pem(Needed(values, "HOTFIX_PRIVATE_KEY", "the App's private key: the PEM text, or the path of the file that holds it")),
        Secrets(Needed(values, "HOTFIX_WEBHOOK_SECRET", "the webhook secret of the App's settings page")),
        store,
        host?.Url ?? Listening(values["HOTFIX_URLS"] ?? "http://127.0.0.1:8080"),
        IsPaced(values["HOTFIX_PACING"] ?? "github"),
        WorkOptions.Default with
        {
            Tries = Between(values, "HOTFIX_TRIES", 1, 100, WorkOptions.Default.Tries),
            Workers = Between(values, "HOTFIX_WORKERS", 1, 256, WorkOptions.Default.Workers),
            Lease = TimeSpan.FromSeconds(Between(values, "HOTFIX_LEASE_SECONDS", 2, 3600, (int)WorkOptions.Default.Lease.TotalSeconds)),
            Keep = new(
                Kept(values, "HOTFIX_KEEP_BODIES", KeepOptions.Default.Bodies),
                Kept(values, "HOTFIX_KEEP_DELIVERIES", KeepOptions.Default.Deliveries),
                Kept(values, "HOTFIX_KEEP_JOURNAL", KeepOptions.Default.Journal)),
        },
        OtlpSettings.IsExported(values),
        Profiled(values["HOTFIX_PROFILE"] is { Length: > 0 } profile ? profile : BuiltIns.Default, "HOTFIX_PROFILE"),
        Swept(values["HOTFIX_SWEEP"]),
        host,
        OidcSettings.Read(values, Address(values["HOTFIX_GITHUB_URL"] ?? "https://api.github.com")));

    /// <summary>The name of a built-in profile.</summary>
    /// <exception cref="SettingsException">One sentence with the known names.</exception>
    public static string Profiled(string text, string setting) => BuiltIns.Names.Contains(text)
        ? text
        : throw new SettingsException($"{setting} is '{text}': it is one of {string.Join(", ", BuiltIns.Names)} (default {BuiltIns.Default}).");

    public override string ToString() => $"App {AppId} at {GitHub}, store {Store}, listening on {Urls}";

    private static string Needed(IConfiguration values, string name, string meaning) =>
        values[name] is { Length: > 0 } value ? value : throw new SettingsException($"{name} is not set: it is {meaning}.");

    private static long Number(IConfiguration values, string name, string meaning) =>
        long.TryParse(Needed(values, name, meaning), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new SettingsException($"{name} is '{values[name]}': it is {meaning}.");

    private static int Between(IConfiguration values, string name, int least, int most, int otherwise) => values[name] switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw new SettingsException($"{name} is '{text}': it is a whole number from {least} to {most} (default {otherwise})."),
    };

    /// <summary>The value of <c>HOTFIX_GITHUB_URL</c>.</summary>
    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? url
            : throw new SettingsException($"HOTFIX_GITHUB_URL is '{text}': it is the address of GitHub's REST API, like https://api.github.com or https://HOST/api/v3.");

    private static string Listening(string text) =>
        text.Split(';').All(one => Uri.TryCreate(one.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? text
            : throw new SettingsException($"HOTFIX_URLS is '{text}': it is one or more addresses to listen on, like http://127.0.0.1:8080, with a semicolon between.");

    private static string Pem(string textOrPath)
    {
        if (textOrPath.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            return textOrPath;
        }

        try
        {
            return File.ReadAllText(textOrPath);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A key pasted without its first line would be read as a path; it must not be repeated.
            throw new SettingsException(
                textOrPath.Length < 256 && textOrPath.IndexOfAny(Path.GetInvalidPathChars()) < 0 && !textOrPath.Contains('\n', StringComparison.Ordinal) && textOrPath.Any(c => c is '/' or '\\' or '.')
                    ? $"HOTFIX_PRIVATE_KEY names the file '{textOrPath}', which cannot be read: it is the App's private key as PEM text, or the path of a file that holds it."
                    : "HOTFIX_PRIVATE_KEY is neither a PEM text (it would begin with -----BEGIN) nor the path of a file that holds one.",
                wrong);
        }
    }

    private static string[] Secrets(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } secrets
            ? secrets
            : throw new SettingsException("HOTFIX_WEBHOOK_SECRET holds no secret: it is one, or two with a comma between while one is replaced.");

    private static TimeSpan? Kept(IConfiguration values, string name, TimeSpan? otherwise) => values[name] switch
    {
        null or "" => otherwise,
        "always" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= KeepOptions.LeastDays and <= KeepOptions.MostDays => TimeSpan.FromDays(days),
        var text => throw new SettingsException($"{name} is '{text}': it is a whole number of days from {KeepOptions.LeastDays} to {KeepOptions.MostDays} (default {otherwise?.TotalDays}), or always."),
    };

    private static SweepOptions? Swept(string? text) => text switch
    {
        null or "" => SweepOptions.Default,
        "off" => null,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= 1440 => new(TimeSpan.FromMinutes(minutes)),
        _ => throw new SettingsException($"HOTFIX_SWEEP is '{text}': it is a whole number of minutes from 1 to 1440 (default {SweepOptions.Default.Every.TotalMinutes}), or off."),
    };

    private static bool IsPaced(string text) => text switch
    {
        "github" => true,
        "off" => false,
        _ => throw new SettingsException($"HOTFIX_PACING is '{text}': it is github (keep GitHub's limits) or off."),
    };
}

/// <summary>A setting that cannot be used; the message is one sentence for the person who starts the program.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
