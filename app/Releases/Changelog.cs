using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Triage;

namespace Hotfix.Releases;

/// <summary>
/// The entry of a hotfix in a list of changes, for people to fill in: below what is unreleased, above the newest release. Line ends and everything else about the file stay as they are; links at its end are extended where it has
/// them. Source: keepachangelog.com 1.1.0.
/// </summary>
internal static partial class Changelog
{
    private const string Head = "# Changelog\n\nWhat changed from release to release, the newest first. The format is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).\n";

    /// <summary>The file with the entry. An entry of this version that is there already is left alone, so that asking twice gives the same.</summary>
    /// <param name="text">The file as it is; null where there is none.</param>
    /// <param name="title">The issue's title: a stranger's words.</param>
    public static string Stub(string? text, string version, DateOnly day, int issue, string title)
    {
        if (text is ['\uFEFF', .. var marked])
        {
            return $"\uFEFF{Stub(marked, version, day, issue, title)}";
        }

        var end = text?.Contains("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n";
        List<string> lines = [.. (string.IsNullOrWhiteSpace(text) ? Head : text).Split('\n').Select(line => line.TrimEnd('\r'))];
        var headings = Headings(lines);

        if (headings.Exists(heading => heading.Version == version))
        {
            return text!;
        }

        var newest = headings.Find(heading => !IsUnreleased(heading.Version));
        var links = ChangelogLinks.Extend(lines, version, newest.Version);
        var at = newest.Version is null ? ChangelogLinks.Start(lines) : newest.Line;
        List<string> entry =
        [
            .. at > 0 && lines[at - 1].Length > 0 ? [""] : Array.Empty<string>(),
            $"## [{version}] - {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            "",
            "### Fixed",
            "",
            $"- {Quote.Code(title)} (#{issue.ToString(CultureInfo.InvariantCulture)})",
            "",
        ];

        return string.Join(end, [.. links.Take(at), .. entry, .. links.Skip(at)]);
    }

    /// <summary>What stands below a version's heading; null where there is no such heading, or nothing below it.</summary>
    public static string? Entry(string text, string version)
    {
        List<string> lines = [.. text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r'))];
        var headings = Headings(lines);
        var at = headings.FindIndex(heading => heading.Version == version);
        var end = at >= 0 && at + 1 < headings.Count ? headings[at + 1].Line : ChangelogLinks.Start(lines);

        return at >= 0 && end > headings[at].Line && string.Join('\n', lines.Take(end).Skip(headings[at].Line + 1)).Trim() is { Length: > 0 } entry ? entry : null;
    }

    /// <summary>Whether the version has a heading, and something below it that is no heading.</summary>
    public static bool Says(string text, string version)
    {
        List<string> lines = [.. text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r'))];
        var headings = Headings(lines);
        var at = headings.FindIndex(heading => heading.Version == version);
        var end = at >= 0 && at + 1 < headings.Count ? headings[at + 1].Line : ChangelogLinks.Start(lines);

        return at >= 0 && lines.Take(end).Skip(headings[at].Line + 1).Any(line => line.Any(char.IsLetterOrDigit) && !line.TrimStart().StartsWith('#'));
    }

    /// <summary>The headings of releases, from the top; none of those in code.</summary>
    private static List<(int Line, string Version)> Headings(List<string> lines)
    {
        var found = new List<(int, string)>();
        string? fence = null;

        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at].TrimStart();
            fence = fence is null ? (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal) ? line[..3] : null)
                : line.StartsWith(fence, StringComparison.Ordinal) ? null : fence;

            if (fence is null && Heading().Match(lines[at]) is { Success: true } heading)
            {
                found.Add((at, heading.Groups["version"].Value));
            }
        }

        return found;
    }

    private static bool IsUnreleased(string version) => version.Equals("unreleased", StringComparison.OrdinalIgnoreCase);

    /// <summary>As people write them: <c>## [1.0.0] - 2026-01-31</c>, <c>## v1.0.0</c>.</summary>
    [GeneratedRegex(@"^ {0,3}##[ \t]+\[?v?(?<version>[^\]\s(]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
