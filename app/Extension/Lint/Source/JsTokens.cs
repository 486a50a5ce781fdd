using System.Buffers;

namespace Hotfix.Extension.Lint.Source;

/// <summary>
/// JavaScript as words, texts and signs, without comments (ECMA-262, "Lexical Grammar", as far as a reader needs it that never refuses). Where only a parser could tell a division from a pattern, it guesses by what stands before,
/// as highlighters do; a wrong guess ends with the line. Time and memory grow with the length and with nothing else.
/// </summary>
internal ref struct JsTokens
{
    private static readonly SearchValues<char> QuoteEnds = SearchValues.Create("\\\n\r'\"");

    /// <summary>Words after which a slash begins a pattern.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforePattern =
        new HashSet<string>(["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof", "yield", "await"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> code;
    private readonly List<JsToken> tokens = [];

    /// <summary>For each template that is open, how many braces are open in the place to fill.</summary>
    private readonly Stack<int> templates = new();
    private int at;
    private int line = 1;

    /// <summary>Up to here no pattern ends, so that a line full of beginnings is not read to its end for each.</summary>
    private int patternless;

    private JsTokens(ReadOnlySpan<char> code) => this.code = code;

    public static List<JsToken> Of(string code)
    {
        var reader = new JsTokens(code);
        reader.Read();

        return reader.tokens;
    }

    private void Read()
    {
        while (at < code.Length)
        {
            var character = code[at];

            if (character == '\n')
            {
                line++;
                at++;
            }
            else if (char.IsWhiteSpace(character))
            {
                at++;
            }
            else if (character == '/' && Next() is '/' or '*')
            {
                Comment(Next());
            }
            else if (IsWord(character))
            {
                Add(char.IsAsciiDigit(character) ? JsKind.Number : JsKind.Word, at, Run(at));
            }
            else
            {
                Other(character);
            }
        }
    }

    private void Other(char character)
    {
        switch (character)
        {
            case '"' or '\'':
                Quoted(character);
                break;
            case '`':
                at++;
                Template(first: true);
                break;
            case '/' when at >= patternless && PatternMayBegin():
                Pattern();
                break;
            case '{' when templates.Count > 0:
                templates.Push(templates.Pop() + 1);
                Sign();
                break;
            case '}' when templates.Count > 0 && templates.Peek() == 0:
                templates.Pop();
                at++;
                Template(first: false);
                break;
            case '}' when templates.Count > 0:
                templates.Push(templates.Pop() - 1);
                Sign();
                break;
            default:
                Sign();
                break;
        }
    }

    private readonly char Next() => at + 1 < code.Length ? code[at + 1] : '\0';

    private void Comment(char kind)
    {
        var rest = code[at..];
        var length = kind == '/' ? rest.IndexOf('\n') : rest[2..].IndexOf("*/") is >= 0 and var end ? end + 4 : -1;
        Skip(length < 0 ? rest.Length : length);
    }

    private void Quoted(char quote)
    {
        var (start, first) = (at + 1, line);

        for (at++; at < code.Length; at++)
        {
            var end = code[at..].IndexOfAny(QuoteEnds);

            if (end < 0)
            {
                at = code.Length;
                break;
            }

            at += end;

            if (code[at] == quote || code[at] is '\n' or '\r')
            {
                break;
            }

            if (code[at] == '\\' && at + 1 < code.Length)
            {
                at++;
                line += code[at] == '\n' ? 1 : 0;
            }
        }

        tokens.Add(new(JsKind.Text, start, at - start, first));
        at += at < code.Length && code[at] == quote ? 1 : 0;
    }

    /// <summary>From behind the quote or brace to the next place to fill, or the end.</summary>
    private void Template(bool first)
    {
        var (start, began) = (at, line);

        while (at < code.Length && code[at] != '`' && !(code[at] == '$' && Next() == '{'))
        {
            line += code[at] == '\n' ? 1 : 0;
            at += code[at] == '\\' && Next() != '\n' ? 2 : 1;
        }

        at = Math.Min(at, code.Length);
        var ends = at == code.Length || code[at] == '`';
        tokens.Add(new(first ? ends ? JsKind.Text : JsKind.Template : JsKind.TemplatePart, start, at - start, began));

        if (!ends)
        {
            templates.Push(0);
        }

        at = Math.Min(code.Length, at + (ends ? 1 : 2));
    }

    private void Pattern()
    {
        var end = at + 1;

        for (var inClass = false; end < code.Length && code[end] != '\n' && (inClass || code[end] != '/'); end++)
        {
            inClass = code[end] switch { '[' => true, ']' => false, _ => inClass };
            end += code[end] == '\\' && end + 1 < code.Length && code[end + 1] != '\n' ? 1 : 0;
        }

        end = Math.Min(end, code.Length);

        if (end < code.Length && code[end] == '/')
        {
            Add(JsKind.Pattern, at, end - at + 1);
        }
        else
        {
            patternless = end;
            Sign(); // no pattern ends within the line, so it was a division
        }
    }

    private readonly bool PatternMayBegin()
    {
        if (tokens.Count == 0)
        {
            return true;
        }

        var before = tokens[^1];

        return before.Kind switch
        {
            JsKind.Sign => code[before.Start] is not (')' or ']' or '}'),
            JsKind.Word => BeforePattern.Contains(code.Slice(before.Start, before.Length)),
            _ => false,
        };
    }

    private void Sign() => Add(JsKind.Sign, at, 1);

    private void Add(JsKind kind, int start, int length)
    {
        tokens.Add(new(kind, start, length, line));
        at = start + length;
    }

    private void Skip(int length)
    {
        line += code.Slice(at, length).Count('\n');
        at += length;
    }

    private readonly int Run(int start)
    {
        var end = start + 1;

        while (end < code.Length && IsWord(code[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '#' || char.IsSurrogate(character);
}
