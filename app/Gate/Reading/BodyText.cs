using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Domain;

namespace Hotfix.Gate.Reading;

/// <summary>What a pull request's text says besides its checklist: its sections, and the issues that it names.</summary>
internal static partial class BodyText
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    public static bool IsSame(string heading, string other) => ItemText.Collapsed(heading).Equals(ItemText.Collapsed(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands below a heading, up to the next one that is no part of it, or behind and below a bold word that begins a line, up to the next such word. The first of that name counts.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Section(string body, string heading)
    {
        var lines = Lines(body);
        var marks = lines.Select((line, at) => line.IsHidden ? null : SectionMark.Of(line.Text, at)).OfType<SectionMark>().ToList();

        return marks.Find(mark => IsSame(mark.Words, heading)) is not { } found ? null
            : string.Join('\n', [found.Rest, .. lines.Take(marks.Find(mark => mark.Line > found.Line && mark.Level <= found.Level)?.Line ?? lines.Count).Skip(found.Line + 1).Select(line => line.Text)]);
    }

    /// <summary>How many words a section has that are not the template's. Headings, comments and marks are no words.</summary>
    public static int OwnWords(string section, string template)
    {
        var known = Plain(template);

        return Plain(section)
            .Where(line => SectionMark.Of(line, 0) is not { Level: < SectionMark.Bold })
            .Select(line => known.Where(begin => line.StartsWith(begin, StringComparison.Ordinal)).MaxBy(begin => begin.Length) is { } begin ? line[begin.Length..] : line)
            .Sum(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)));
    }

    /// <summary>Whether GitHub makes a link to the issue somewhere.</summary>
    public static bool Names(string body, int issue)
    {
        var prose = string.Join('\n', Lines(body).Where(line => !line.IsHidden).Select(line => line.Text));
        var name = $"#{issue.ToString(CultureInfo.InvariantCulture)}";

        return Reference().Matches(Code().Replace(Comment().Replace(prose, " "), " ")).Any(match => match.Value == name);
    }

    private static Values<string> Plain(string text) => [.. Comment().Replace(text, " ").Split(LineEnds, StringSplitOptions.None).Select(ItemText.Collapsed).Where(line => line.Length > 0)];

    /// <summary>A line of code or of HTML holds no heading and no link.</summary>
    private static List<(string Text, bool IsHidden)> Lines(string body)
    {
        var text = body.Length > TaskList.MaxCharacters ? body[..TaskList.MaxCharacters] : body;
        var hidden = TaskList.Read(text) is { Trouble: null } read ? read.Hidden : null;

        return [.. text.Split(LineEnds, StringSplitOptions.None).Select((line, at) => (line, hidden?.Contains(at + 1) != false))];
    }

    [GeneratedRegex("<!--(?:(?!-->).)*(?:-->|$)", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w/&#\\-])#\d+(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
