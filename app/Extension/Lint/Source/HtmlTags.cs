using System.Net;

namespace Hotfix.Extension.Lint.Source;

/// <summary>The tags of a page that open, in order (html.spec.whatwg.org, "Tokenization", as far as scripts and links need it). Comments and what stands in scripts and styles hold none.</summary>
internal ref struct HtmlTags(ReadOnlySpan<char> page)
{
    private readonly ReadOnlySpan<char> page = page;
    private int at;
    private int counted;
    private int line = 1;

    public static List<HtmlTag> Of(string page)
    {
        var reader = new HtmlTags(page);
        var tags = new List<HtmlTag>();

        while (reader.Next() is { } tag)
        {
            tags.Add(tag);
        }

        return tags;
    }

    private HtmlTag? Next()
    {
        while (page[at..].IndexOf('<') is >= 0 and var found)
        {
            at += found;

            if (page[at..].StartsWith("<!--"))
            {
                at = After("-->", at + 4);
            }
            else if (at + 1 < page.Length && char.IsAsciiLetter(page[at + 1]))
            {
                return Tag();
            }
            else
            {
                at++;
            }
        }

        return null;
    }

    private HtmlTag Tag()
    {
        line += page[counted..at].Count('\n');
        counted = at++;
        var name = Lower(Until(" \t\r\n\f/>"));
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);

        while (at < page.Length && page[at] != '>')
        {
            if (char.IsWhiteSpace(page[at]) || page[at] == '/')
            {
                at++;

                continue;
            }

            var attribute = Lower(Until(" \t\r\n\f/>=", least: 1));
            SkipSpace();
            attributes.TryAdd(attribute, at < page.Length && page[at] == '=' ? Value() : "");
        }

        at = Math.Min(page.Length, at + 1);

        return new(name, line, attributes, name is "script" or "style" or "textarea" or "title" ? Content(name) : "");
    }

    private string Value()
    {
        at++;
        SkipSpace();

        if (at < page.Length && page[at] is '"' or '\'')
        {
            var quote = page[at++];
            var length = page[at..].IndexOf(quote);
            var value = length < 0 ? page[at..] : page.Slice(at, length);
            at = Math.Min(page.Length, at + value.Length + 1);

            return WebUtility.HtmlDecode(value.ToString());
        }

        return WebUtility.HtmlDecode(Until(" \t\r\n\f>").ToString());
    }

    /// <summary>Up to the tag that closes this one.</summary>
    private string Content(string name)
    {
        var end = page[at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        var content = end < 0 ? page[at..] : page.Slice(at, end);
        at += content.Length;

        return content.ToString();
    }

    private ReadOnlySpan<char> Until(ReadOnlySpan<char> ends, int least = 0)
    {
        var rest = page[at..];
        var length = rest.Length <= least ? -1 : rest[least..].IndexOfAny(ends);
        var text = length < 0 ? rest : rest[..(length + least)];
        at += text.Length;

        return text;
    }

    private void SkipSpace()
    {
        while (at < page.Length && char.IsWhiteSpace(page[at]))
        {
            at++;
        }
    }

    private readonly int After(string text, int from) => page[Math.Min(from, page.Length)..].IndexOf(text) is >= 0 and var found ? from + found + text.Length : page.Length;

#pragma warning disable CA1308 // HTML writes names in lower case
    private static string Lower(ReadOnlySpan<char> name) => name.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
