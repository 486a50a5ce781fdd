using Hotfix.GitHub.Access;

namespace Hotfix.Cli;

/// <summary>
/// How the command line looks at GitHub in a person's name. Settings: <c>GITHUB_TOKEN</c> (without one GitHub shows what is public), <c>HOTFIX_GITHUB_URL</c>.
/// <para>Errors: <see cref="InputException"/>, one sentence.</para>
/// </summary>
internal sealed record PersonalAccess(Uri Rest, Token? Token)
{
    public static PersonalAccess Read() => new(Settings.Address(Variable("HOTFIX_GITHUB_URL") ?? "https://api.github.com"), ReadToken());

    /// <summary>A token's format is its giver's affair, but it must fit into a header. It is never repeated.</summary>
    private static Token? ReadToken() => Variable("GITHUB_TOKEN")?.Trim() switch
    {
        null => null,
        var value when value.All(character => character is > ' ' and <= '~') => new Token(value),
        _ => throw new InputException("GITHUB_TOKEN holds characters that no token has."),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
