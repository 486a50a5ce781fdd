namespace Hotfix.Releases.Files;

/// <summary>Finds the text of elements in an XML file without changing anything about it: by their path from the root on. Comments, CDATA and instructions are passed over; an element's prefix and attributes do not matter.</summary>
internal static class XmlTexts
{
    /// <param name="path">The names of the elements, from the root on.</param>
    public static IReadOnlyList<Spot> Find(string text, params IReadOnlyList<string> path)
    {
        var open = new List<(string Name, int Content)>();
        var found = new List<Spot>();

        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < text.Length; at = Next(text, at))
        {
            var end = EndOf(text, at);
            var tag = text[at..end];
            at = end - 1;

            if (tag.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.Select(element => element.Name).SequenceEqual(path))
                {
                    found.Add(Trimmed(text, open[^1].Content, end - tag.Length));
                }

                open.RemoveRange(Math.Max(open.Count - 1, 0), Math.Min(open.Count, 1));
            }
            else if (!tag.StartsWith("<!", StringComparison.Ordinal) && !tag.StartsWith("<?", StringComparison.Ordinal) && !tag.EndsWith("/>", StringComparison.Ordinal))
            {
                open.Add((Name(tag), end));
            }
        }

        return found;
    }

    private static int Next(string text, int after) => text.IndexOf('<', after + 1);

    /// <summary>Just past what begins here; the text's end where it has none.</summary>
    private static int EndOf(string text, int at)
    {
        var (begin, close) = text.AsSpan(at) switch
        {
            ['<', '!', '-', '-', ..] => (4, "-->"),
            ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..] => (9, "]]>"),
            ['<', '?', ..] => (2, "?>"),
            _ => (1, null),
        };

        if (close is not null)
        {
            return text.IndexOf(close, at + begin, StringComparison.Ordinal) is var end and >= 0 ? end + close.Length : text.Length;
        }

        // A > within an attribute's quotes ends no tag.
        char? quote = null;

        for (at += begin; at < text.Length; at++)
        {
            if (quote is null && text[at] == '>')
            {
                return at + 1;
            }

            quote = (quote, text[at]) switch
            {
                (null, '"' or '\'') => text[at],
                ({ } open, var character) when open == character => null,
                _ => quote,
            };
        }

        return text.Length;
    }

    private static string Name(string tag)
    {
        var name = new string([.. tag.Skip(1).TakeWhile(character => !char.IsWhiteSpace(character) && character is not ('>' or '/'))]);

        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private static Spot Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new(start, end - start);
    }
}
