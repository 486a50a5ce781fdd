using System.Text;

namespace Hotfix.Triage.Reading;

/// <summary>A line of a body; whether it stands in code, and whether a list mark or the like began it.</summary>
internal readonly record struct Line(string Text, bool IsCode, bool IsMarked);

/// <summary>
/// The lines of a Markdown body with what surrounds them taken off (list marks, checked or not). Quotes and HTML comments are left out; code and tables are marked: fenced
/// (<c>```</c> or <c>~~~</c>), or indented after a blank line, or beginning with a bar.
/// <para>A reader of lines, not a Markdown parser: triage needs what is said, not how it renders, and has to stay linear on whatever a stranger sends
/// (a full parser takes more than a second for 65,536 characters of <c>[](</c>).</para>
/// <para>Source: GitHub Flavored Markdown, sections 4.4, 4.5, 4.6 (comments), 5.1 and 5.2.</para>
/// </summary>
internal static class Blocks
{
    public static IEnumerable<Line> Read(string body)
    {
        var fence = "";
        var afterBlank = true;

        foreach (var raw in WithoutComments(body).ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.TrimStart();
            var indent = raw.Length - line.Length;
            var isIndentedCode = afterBlank && (indent >= 4 || raw.StartsWith('\t'));

            if (fence.Length > 0)
            {
                var closes = Closes(line, fence);
                fence = closes ? "" : fence;

                if (!closes)
                {
                    yield return new(line, true, false);
                }
            }
            else if (indent < 4 && FenceOf(line) is { Length: > 0 } opened)
            {
                fence = opened;
            }
            else if (!line.StartsWith('>'))
            {
                yield return isIndentedCode || line.StartsWith('|') ? new(line, true, false) : Content(line);
            }

            afterBlank = line.Length == 0 || isIndentedCode;
        }
    }

    private static string FenceOf(string line)
    {
        var mark = line.Length > 0 && line[0] is '`' or '~' ? line[0] : '\0';
        var length = mark == '\0' ? 0 : line.Length - line.TrimStart(mark).Length;

        return length >= 3 && !(mark == '`' && line.AsSpan(length).Contains('`')) ? line[..length] : "";
    }

    private static bool Closes(string line, string fence) =>
        line.StartsWith(fence, StringComparison.Ordinal) && line.TrimEnd().Trim(fence[0]).Length == 0;

    private static Line Content(string line)
    {
        var digits = line.Length - line.AsSpan().TrimStart("0123456789").Length;
        var mark = line is ['-' or '*' or '+', ' ', ..] ? 2 : digits is > 0 and < 10 && line.AsSpan(digits) is ['.' or ')', ' ', ..] ? digits + 2 : 0;
        var content = line[mark..].TrimStart();

        var isTask = content.StartsWith("[ ] ", StringComparison.Ordinal) || content.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase);

        return new(isTask ? content[4..] : content, false, mark > 0);
    }

    /// <summary>A comment that is not closed swallows the rest, as it does when GitHub renders it.</summary>
    private static string WithoutComments(string body)
    {
        var kept = new StringBuilder(body.Length);
        var at = 0;

        while (body.IndexOf("<!--", at, StringComparison.Ordinal) is var open and >= 0)
        {
            kept.Append(body, at, open - at);
            var close = body.IndexOf("-->", open + 4, StringComparison.Ordinal);

            if (close < 0)
            {
                return kept.ToString();
            }

            at = close + 3;
        }

        return kept.Append(body, at, body.Length - at).ToString();
    }
}
