using System.Buffers;
using System.Collections.Frozen;
using Hotfix.Domain;

namespace Hotfix.Triage.Reading;

/// <summary>
/// The source files a report or its stack traces name: <c>src/popup/list.js:12:3</c>, <c>at foo (content/a.js:3)</c>, <c>chrome-extension://id/src/x.js</c>, <c>C:\work\src\A.cs:line 7</c>.
/// <para>A name without a folder, or an address on the web, is a file only with a line number. What lies in <c>node_modules</c> is nobody's. Strangers' words: quote them where people read them.</para>
/// One pass over the text; a word longer than any path is skipped.
/// </summary>
internal static class Paths
{
    private const int Most = 20;

    private const int Longest = 400;

    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n\f\v\"'`“”‘’()<>{}|,;*!\u00A0\u0085\u2028\u2029");

    private static readonly SearchValues<char> Marks = SearchValues.Create("_-.+@$~%[]");

    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "js", "mjs", "cjs", "jsx", "ts", "tsx", "mts", "cts", "vue", "svelte", "astro", "html", "htm", "css", "scss", "sass", "less", "json", "json5", "wasm",
        "cs", "cshtml", "razor", "xaml", "csproj", "fs", "vb", "java", "kt", "kts", "scala", "groovy", "gradle", "go", "rs", "py", "pyx", "rb", "erb", "php", "pl", "lua", "r", "jl", "dart",
        "swift", "m", "mm", "c", "h", "cc", "cpp", "cxx", "hpp", "zig", "hs", "ex", "exs", "erl", "clj", "cljs", "ml", "sh", "bash", "ps1", "sql", "proto", "graphql",
        "yml", "yaml", "toml", "xml", "ini", "cfg", "conf", "tf", "md");

    /// <summary>From the root the report names, with <c>/</c>, in the order of the text, at most 20.</summary>
    public static Values<string> Find(string text)
    {
        var found = new List<string>();

        for (var at = 0; at < text.Length && found.Count < Most;)
        {
            var rest = text.AsSpan(at);
            var length = rest.IndexOfAny(Between) is var end and >= 0 ? end : rest.Length;

            if (length is > 3 and <= Longest && Path(rest[..length]) is { } path && !found.Contains(path))
            {
                found.Add(path);
            }

            at += length + 1;
        }

        return [.. found];
    }

    private static string? Path(ReadOnlySpan<char> word)
    {
        var bare = WithoutName(WithoutPunctuation(word));
        var place = WithoutLine(bare);
        var local = WithoutQuery(Local(place));
        var isFile = place.Length < bare.Length || (place.Contains("://", StringComparison.Ordinal) ? !IsWeb(place) : local.ContainsAny('/', '\\'));

        return isFile && local.LastIndexOf('.') is var dot and > 0 && local[dot - 1] is not ('/' or '\\') && Extensions.Contains(local[(dot + 1)..].ToString()) ? Folded(local) : null;
    }

    private static bool IsWeb(ReadOnlySpan<char> place) => place.Contains("http://", StringComparison.OrdinalIgnoreCase) || place.Contains("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The end of a sentence, or a pair of brackets around.</summary>
    private static ReadOnlySpan<char> WithoutPunctuation(ReadOnlySpan<char> word) => word.TrimEnd(".:?") is [.., ']'] and var bracketed ? bracketed.Trim("[]") : word.TrimEnd(".:?");

    /// <summary>"file=src/a.js", but not the "v=2" of an address's query.</summary>
    private static ReadOnlySpan<char> WithoutName(ReadOnlySpan<char> word) => word.IndexOfAny('=', '?') is var mark and > 0 && word[mark] == '=' ? word[(mark + 1)..] : word;

    /// <summary>":12", ":12:3" and ":line" (of ":line 12") belong to a trace.</summary>
    private static ReadOnlySpan<char> WithoutLine(ReadOnlySpan<char> word)
    {
        var place = word.EndsWith(":line", StringComparison.Ordinal) ? word[..^5] : word;

        while (place.LastIndexOf(':') is var colon and > 0 && place[(colon + 1)..] is { Length: > 0 } number && number.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            place = place[..colon];
        }

        return place;
    }

    private static ReadOnlySpan<char> WithoutQuery(ReadOnlySpan<char> place) => place.IndexOfAny('?', '#') is var end and >= 0 ? place[..end] : place;

    /// <summary>Without scheme and host, without a drive, and without the function that Firefox writes before an @.</summary>
    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> place)
    {
        if (place.LastIndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
        {
            var path = place[(scheme + 3)..];

            return path.IndexOf('/') is var root and >= 0 ? path[(root + 1)..] : [];
        }

        if (place is [var drive, ':', '\\' or '/', ..] && char.IsAsciiLetter(drive))
        {
            return place[3..];
        }

        return place.IndexOf('@') is var at and > 0 && place[at - 1] is not ('/' or '\\') ? place[(at + 1)..] : place;
    }

    private static string? Folded(ReadOnlySpan<char> local)
    {
        var parts = new List<string>();

        foreach (var range in local.SplitAny('/', '\\'))
        {
            switch (local[range])
            {
                case "" or ".":
                    break;
                case "..":
                    parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
                    break;
                case "node_modules":
                    return null;
                case var part when IsName(part):
                    parts.Add(part.ToString());
                    break;
                default:
                    return null;
            }
        }

        return string.Join('/', parts);
    }

    private static bool IsName(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            if (!char.IsLetterOrDigit(character) && !Marks.Contains(character))
            {
                return false;
            }
        }

        return true;
    }
}
