using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Domain;

/// <summary>The pattern of a branch's or a tag's name, with words in braces that stand for something else.</summary>
internal static partial class NamePattern
{
    public static IReadOnlyList<string> Known { get; } = ["version", "slug", "date", "issue"];

    /// <summary>Why it makes no name that git takes, as it follows "this"; null when it does.</summary>
    public static string? Objection(string pattern, params IReadOnlyList<string> known) => Unknown(pattern, known) is { } word
        ? $"has {{{word}}} in it, and known here is only {string.Join(", ", known.Select(name => $"{{{name}}}"))}"
        : GitRefName.Objection(Fill(pattern, "1.0.1", "crash-on-launch", new DateOnly(2026, 11, 21), 1)) is { } objection ? $"makes a name that git does not take, because it {objection}" : null;

    public static string? Unknown(string pattern, IReadOnlyList<string> known) => Word().Matches(pattern).Select(match => match.Groups["word"].Value).FirstOrDefault(word => !known.Contains(word));

    public static string Fill(string pattern, string version, string slug, DateOnly day, int issue) => Word().Replace(pattern, match => match.Groups["word"].Value switch
    {
        "version" => version,
        "slug" => slug,
        "date" => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        "issue" => issue.ToString(CultureInfo.InvariantCulture),
        _ => match.Value,
    });

    [GeneratedRegex(@"\{(?<word>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
