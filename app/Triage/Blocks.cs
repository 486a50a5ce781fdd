using System.Text;

namespace Hotfix.Triage;

/// <summary>
/// The lines of a Markdown body that are prose, without what surrounds them (heading and list marks, checked or not).
/// Left out: fenced code (<c>```</c> or <c>~~~</c>), indented code after a blank line, quotes, HTML comments.
/// <para>Source: GitHub Flavored Markdown, sections 4.4, 4.5, 4.6 (comments) and 5.1.</para>
/// </summary>
internal static class Blocks
{
    public static IEnumerable<string> OwnWords(string body)
    {
        var fence = "";
        var afterBlank = true;

        foreach (var raw in WithoutComments(body).ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.TrimStart();
            var indent = raw.Length - line.Length;

            if (fence.Length > 0)
            {
                fence = Closes(line, fence) ? "" : fence;
            }
            else if (indent < 4 && FenceOf(line) is { Length: > 0 } opened)
            {
                fence = opened;
            }
            else if (!line.StartsWith('>') && !(afterBlank && (indent >= 4 || raw.StartsWith('\t'))))
            {
                yield return Content(line);
            }

            afterBlank = line.Length == 0 || (afterBlank && indent >= 4);
        }
    }

    private static string FenceOf(string line)
    {
        var length = line.TakeWhile(c => c == (line[0] is '`' or '~' ? line[0] : '\0')).Count();

        return length >= 3 && !(line[0] == '`' && line.AsSpan(length).Contains('`')) ? line[..length] : "";
    }

    private static bool Closes(string line, string fence) =>
        line.StartsWith(fence, StringComparison.Ordinal) && line.TrimEnd().Trim(fence[0]).Length == 0;

    private static string Content(string line)
    {
        var content = line.TrimStart('#', '-', '*', '+').TrimStart();

        return content.StartsWith("[ ]", StringComparison.Ordinal) || content.StartsWith("[x]", StringComparison.OrdinalIgnoreCase) ? content[3..] : content;
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
