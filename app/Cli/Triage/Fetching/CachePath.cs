namespace Hotfix.Cli.Triage.Fetching;

/// <summary>
/// Where fetched issues are kept: <c>hotfix/triage/HOST/OWNER/NAME.STATE.jsonl</c> in the user's cache folder (<c>XDG_CACHE_HOME</c>, else the folder for local application data). Folders, because
/// <c>a-b/c</c> and <c>a/b-c</c> are two repositories; in lower case, because <c>A/b</c> and <c>a/B</c> are one.
/// </summary>
internal static class CachePath
{
    public static string Of(Uri rest, FetchRequest request)
    {
        var host = rest.IsDefaultPort ? rest.Host : $"{rest.Host}-{rest.Port}";

#pragma warning disable CA1308 // Normalize to upper case: it is a file's name, compared with nothing
        return Path.Combine(Root(), "hotfix", "triage", Safe(host), request.Owner.ToLowerInvariant(), $"{request.Name.ToLowerInvariant()}.{request.State}.jsonl");
#pragma warning restore CA1308
    }

    /// <summary>An IPv6 address has colons and brackets.</summary>
    private static string Safe(string host) => string.Concat(host.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '_'));

    private static string Root() => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)
        ? cache
        : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } local
            ? local
            : throw new InputException("There is no folder to keep what is fetched: set XDG_CACHE_HOME to one.");
}
