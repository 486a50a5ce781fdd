namespace Hotfix.Triage.Reading;

/// <summary>
/// Puts together what an editor wrapped: a long line of prose and the one that follows it are one thought, short lines are one each. A line that begins like a log's is marked as code, fenced or not.
/// </summary>
internal static class Paragraphs
{
    /// <summary>Characters. Nobody breaks a shorter line because the margin is near.</summary>
    private const int Wrapped = 60;

    public static IEnumerable<Line> Join(IEnumerable<Line> lines)
    {
        string? held = null;
        var last = 0;

        foreach (var line in lines.Select(line => line with { IsCode = line.IsCode || IsOfLog(line.Text) }))
        {
            if (held is not null && !line.IsCode && !line.IsMarked && line.Text.Length > 0 && last >= Wrapped && Heading.Read(line.Text) is null)
            {
                held += $" {line.Text}";
                last = line.Text.Length;
                continue;
            }

            if (held is not null)
            {
                yield return new(held, false, false);
                held = null;
            }

            if (line.IsCode)
            {
                yield return line;
            }
            else
            {
                (held, last) = (line.Text, line.Text.Length);
            }
        }

        if (held is not null)
        {
            yield return new(held, false, false);
        }
    }

    /// <summary>"[11:20:01] …", "11:20:01 …" or "2026-11-20 …".</summary>
    private static bool IsOfLog(string text)
    {
        var own = text.AsSpan().TrimStart('[');

        return Begins(own, "00:00") || Begins(own, "0000-00-00");
    }

    /// <summary>Whether a text begins with this pattern, in which a zero stands for any digit.</summary>
    private static bool Begins(ReadOnlySpan<char> text, string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            if (at == text.Length || (pattern[at] == '0' ? !char.IsAsciiDigit(text[at]) : text[at] != pattern[at]))
            {
                return false;
            }
        }

        return true;
    }
}
