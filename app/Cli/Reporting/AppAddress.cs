namespace Hotfix.Cli.Reporting;

/// <summary>Where the App is reached. Only on the machine itself may it go without encryption: a token goes there.</summary>
internal static class AppAddress
{
    /// <summary>Without a slash at its end, as the App knows itself.</summary>
    /// <exception cref="InputException">One sentence.</exception>
    /// <exception cref="SettingsException">One sentence.</exception>
    public static string Read(string? given) => (given, Environment.GetEnvironmentVariable("HOTFIX_URL")) switch
    {
        ({ Length: > 0 } url, _) => OidcSettings.Address(url, "--to", Meaning).AbsoluteUri.TrimEnd('/'),
        (_, { Length: > 0 } url) => OidcSettings.Address(url, "HOTFIX_URL", Meaning).AbsoluteUri.TrimEnd('/'),
        _ => throw new InputException($"Nobody said where the App is: give --to, or set HOTFIX_URL; it is {Meaning}."),
    };

    private const string Meaning = "the App's public address, like https://hotfix.example.com";
}
