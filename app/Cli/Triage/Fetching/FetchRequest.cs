using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Cli.Triage.Fetching;

/// <summary>Which issues are wanted: of which repository, in which state (<c>open</c>, <c>closed</c>, <c>all</c>), and how many of the newest; null for all.</summary>
internal sealed partial record FetchRequest(string Owner, string Name, string State, int? Limit)
{
    /// <exception cref="InputException">One sentence that names what was wrong and what would be right.</exception>
    public static FetchRequest Parse(string repository, string? state, string? limit) => FullName().Match(repository) is { Success: true } match && match.Groups[2].Value is not ("." or "..")
        ? new(match.Groups[1].Value, match.Groups[2].Value, StateOf(state ?? "open"), limit is null ? null : LimitOf(limit))
        : throw new InputException($"'{repository}' is no repository: --repo is owner/name, like acme/extension.");

    public override string ToString() => $"{Owner}/{Name}";

    private static string StateOf(string state) =>
        state is "open" or "closed" or "all" ? state : throw new InputException($"'{state}' is no state of issues: --state is open, closed or all.");

    private static int LimitOf(string limit) => int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new InputException($"'{limit}' is no limit: --limit is a whole number above 0.");

    // Letters, digits, hyphens and (for accounts that a company manages) an underscore; a repository's name may have dots.
    [GeneratedRegex(@"\A([A-Za-z0-9][A-Za-z0-9_-]{0,99})/([A-Za-z0-9._-]{1,100})\z", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();
}
