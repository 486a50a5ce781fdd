using Hotfix.GitHub.Access;
using Hotfix.GitHub.Releasing;

namespace Hotfix.Cli.Release;

/// <summary>
/// How a step of a workflow speaks to GitHub: <c>GITHUB_TOKEN</c>, and what the runner tells every step, <c>GITHUB_API_URL</c> and <c>GITHUB_REPOSITORY</c>.
/// <para>Errors: <see cref="InputException"/>, one sentence. Source: GitHub docs, "Variables reference".</para>
/// </summary>
internal static class RunAccess
{
    public static ReleaseDesk Desk(bool writes)
    {
        var (owner, name) = Repository();

        return new(Api(), Token(writes), owner, name, TimeProvider.System, Random.Shared, until => Console.Error.WriteLine($"GitHub asks for a pause until {until:u}."));
    }

    /// <summary>The token goes there: never over an unencrypted line that leaves the machine.</summary>
    private static Uri Api()
    {
        var text = Variable("GITHUB_API_URL") ?? "https://api.github.com";

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw new InputException($"GITHUB_API_URL is '{text}': it is the https address of GitHub's REST API, as the runner sets it.");
    }

    private static (string Owner, string Name) Repository() => Variable("GITHUB_REPOSITORY") is { } text && text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name]
        ? (owner, name)
        : throw new InputException("GITHUB_REPOSITORY is not set to owner/name, as the runner sets it.");

    /// <summary>It is never repeated.</summary>
    private static Token? Token(bool writes) => Variable("GITHUB_TOKEN")?.Trim() switch
    {
        null when writes => throw new InputException("GITHUB_TOKEN is not set: a release is written with the workflow's token, which needs the permission contents: write."),
        null => null,
        var value when value.All(character => character is > ' ' and <= '~') => new Token(value),
        _ => throw new InputException("GITHUB_TOKEN holds characters that no token has."),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
