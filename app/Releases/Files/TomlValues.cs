namespace Hotfix.Releases.Files;

/// <summary>A key of a TOML file.</summary>
/// <param name="Table">The name of its table, without blanks and quotes; empty before the first.</param>
/// <param name="Number">Which table it is, counted from the file's start: two tables of a list have the same name.</param>
/// <param name="Text">What is between the quotes of its value; null when that is no text of one line.</param>
internal readonly record struct TomlValue(string Table, int Number, string Key, Spot? Text);

/// <summary>
/// Reads as much of a TOML file (toml.io 1.0.0) as it takes to tell which key is in which table: names of tables, keys, and where a value ends. What Cargo writes and people write for it.
/// </summary>
internal sealed class TomlValues
{
    private readonly string text;

    private readonly List<TomlValue> values = [];

    private int at;

    private TomlValues(string text) => this.text = text;

    private char Here => at < text.Length ? text[at] : '\0';

    public static IReadOnlyList<TomlValue> Read(string text) => new TomlValues(text).Read();

    private List<TomlValue> Read()
    {
        var (table, number) = ("", 0);

        while (at < text.Length)
        {
            if (char.IsWhiteSpace(Here) || Here == '\uFEFF')
            {
                at++;
            }
            else if (Here == '#')
            {
                SkipLine();
            }
            else if (Here == '[')
            {
                at += text.AsSpan(at).StartsWith("[[") ? 2 : 1;
                (table, number) = (Name(']'), number + 1);
                SkipLine();
            }
            else
            {
                values.Add(new(table, number, Name('='), Value()));
                SkipLine();
            }
        }

        return values;
    }

    /// <summary>A name up to the character after it, on one line, without blanks and quotes.</summary>
    private string Name(char end)
    {
        var start = at;

        while (at < text.Length && Here is not '\n' && Here != end)
        {
            if (Here is '"' or '\'')
            {
                SkipText();
            }
            else
            {
                at++;
            }
        }

        var name = text[start..at];
        at += Here == end ? 1 : 0;

        return string.Concat(name.Where(character => character is not ('"' or '\'') && !char.IsWhiteSpace(character)));
    }

    private Spot? Value()
    {
        while (Here is ' ' or '\t')
        {
            at++;
        }

        var start = at;

        if (Here is '"' or '\'')
        {
            return SkipText() ? new(start + 1, at - start - 2) : null;
        }

        var depth = 0;

        while (at < text.Length && (depth > 0 || Here is not ('\n' or '#')))
        {
            switch (Here)
            {
                case '"' or '\'':
                    SkipText();
                    break;
                case '#':
                    SkipLine();
                    break;
                default:
                    depth += Here switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
                    at++;
                    break;
            }
        }

        return null;
    }

    /// <summary>Past a text in quotes.</summary>
    /// <returns>Whether it is one of one line, with its end.</returns>
    private bool SkipText()
    {
        var quote = Here;
        var isLong = text.AsSpan(at).StartsWith($"{quote}{quote}{quote}");
        var end = new string(quote, isLong ? 3 : 1);
        at += end.Length;

        while (at < text.Length && !text.AsSpan(at).StartsWith(end) && (isLong || Here != '\n'))
        {
            at += quote == '"' && Here == '\\' ? 2 : 1;
        }

        var isWhole = at < text.Length && Here == quote;
        at = Math.Min(at + (isWhole ? end.Length : 0), text.Length);

        return isWhole && !isLong;
    }

    private void SkipLine()
    {
        while (at < text.Length && Here != '\n')
        {
            at++;
        }
    }
}
