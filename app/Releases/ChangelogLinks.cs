using System.Text.RegularExpressions;

namespace Hotfix.Releases;

/// <summary>The links at the end of a list of changes, from a release's heading to what changed in it: <c>[1.0.1]: https://…/compare/v1.0.0...v1.0.1</c>. Source: keepachangelog.com 1.1.0, its own file.</summary>
internal static partial class ChangelogLinks
{
    /// <summary>The line at which the links begin that end the file; its end where there are none.</summary>
    public static int Start(IReadOnlyList<string> lines)
    {
        var start = lines.Count;

        for (var at = lines.Count - 1; at >= 0 && (lines[at].Length == 0 || Link().IsMatch(lines[at])); at--)
        {
            start = lines[at].Length == 0 ? start : at;
        }

        return start;
    }

    /// <summary>The lines with a link for the version, made like that of the newest release or of what is unreleased, and the latter from now on counted from this version. Without such links nothing changes.</summary>
    public static IReadOnlyList<string> Extend(IReadOnlyList<string> lines, string version, string? newest)
    {
        var (unreleased, last) = (Find(lines, "unreleased"), newest is null ? -1 : Find(lines, newest));

        if (unreleased >= 0 && Compare().Match(lines[unreleased]) is { Success: true } open && TagLike(open.Groups["from"].Value, newest, version) is { } tag)
        {
            return
            [
                .. lines.Take(unreleased),
                $"{open.Groups["head"].Value}{tag}...{open.Groups["to"].Value}",
                $"[{version}]: {open.Groups["site"].Value}{open.Groups["from"].Value}...{tag}",
                .. lines.Skip(unreleased + 1),
            ];
        }

        return last >= 0 && Of(lines[last], newest!, version) is { } link ? [.. lines.Take(last), link, .. lines.Skip(last)] : lines;
    }

    private static int Find(IReadOnlyList<string> lines, string name)
    {
        var start = Start(lines);

        return Enumerable.Range(start, lines.Count - start).Where(at => Link().Match(lines[at]).Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(-1).First();
    }

    /// <summary>Made like the link of the release before it.</summary>
    private static string? Of(string line, string newest, string version)
    {
        if (Compare().Match(line) is { Success: true } compare)
        {
            return TagLike(compare.Groups["to"].Value, newest, version) is { } tag ? $"[{version}]: {compare.Groups["site"].Value}{compare.Groups["to"].Value}...{tag}" : null;
        }

        return Release().Match(line) is { Success: true } release && TagLike(release.Groups["tag"].Value, newest, version) is { } own ? $"[{version}]: {release.Groups["site"].Value}{own}" : null;
    }

    /// <summary>The version's tag, with what stands before the newest version in its own.</summary>
    private static string? TagLike(string tag, string? newest, string version) => newest is not null && tag.EndsWith(newest, StringComparison.Ordinal) ? $"{tag[..^newest.Length]}{version}" : null;

    [GeneratedRegex(@"^\[(?<name>[^\]]+)\]:[ \t]*\S+[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?<head>\[[^\]]+\]:[ \t]*(?<site>\S+/compare/))(?<from>\S+?)\.\.\.(?<to>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Compare();

    [GeneratedRegex(@"^\[[^\]]+\]:[ \t]*(?<site>\S+/releases/tag/)(?<tag>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Release();
}
