namespace Hotfix.Commands.Reading;

/// <summary>
/// Takes a command line apart: words between blanks (space, tab), <c>"quoted words"</c>, <c>--flag</c>, <c>--flag=value</c>, <c>--flag="quoted value"</c>. A lone <c>--</c> ends the command.
/// Quotes are the typewriter's, the typographer's or backticks; one that is not closed before a blank or the end is a character like others.
/// </summary>
internal sealed class CommandWords(string line)
{
    private const string Blanks = " \t";

    /// <summary>Each opens what any of its own kind closes: <c>„…“</c> and <c>“…”</c> both.</summary>
    private static readonly string[] Quotes = ["\"“”„‟«»", "'‘’‚‛‹›", "`"];

    /// <summary>Of each kind of quotes, from where on none closes: looked for once, so that a line of opening quotes is read in linear time.</summary>
    private readonly int[] unclosed = [int.MaxValue, int.MaxValue, int.MaxValue];

    /// <param name="line">From <c>/hotfix</c> on; that word is not returned.</param>
    public static List<CommandWord> Of(string line) => new CommandWords(line).Read();

    private List<CommandWord> Read()
    {
        var words = new List<CommandWord>();
        var at = End(0);

        while ((at = Begin(at)) < line.Length)
        {
            var (word, end) = Read(at);

            if (word.Raw == "--")
            {
                break;
            }

            words.Add(word);
            at = end;
        }

        return words;
    }

    /// <summary>The word that begins here, and where it ends.</summary>
    private (CommandWord Word, int End) Read(int start)
    {
        var dashes = Dashes(line.AsSpan(start));
        var equals = dashes > 0 ? line.IndexOf('=', start, End(start) - start) : start - 1;
        var isValued = dashes == 0 || equals > 0;
        var from = isValued ? equals + 1 : End(start);
        var close = isValued ? Closing(from) : 0;
        var end = close > 0 ? close + 1 : End(from);
        var value = close > 0 ? line[(from + 1)..close] : line[from..end];
        var flag = dashes > 0 ? line[(start + dashes)..(isValued ? equals : end)] : null;

        return (new(line[start..end], isValued ? value : null, flag, close > 0), end);
    }

    private static int Dashes(ReadOnlySpan<char> word) => word switch
    {
        ['-', '-', var first, ..] when char.IsAsciiLetter(first) => 2,
        ['—' or '–', var first, ..] when char.IsAsciiLetter(first) => 1,
        _ => 0,
    };

    private int Begin(int at) => line.AsSpan(at).IndexOfAnyExcept(Blanks) is var length and >= 0 ? at + length : line.Length;

    private int End(int at) => line.AsSpan(at).IndexOfAny(Blanks) is var length and >= 0 ? at + length : line.Length;

    /// <summary>Where what opens here is closed; 0 where nothing opens, or is not closed.</summary>
    private int Closing(int at)
    {
        var open = at < line.Length ? line[at] : ' ';
        var kind = Array.FindIndex(Quotes, quotes => quotes.Contains(open));

        if (kind < 0 || at >= unclosed[kind])
        {
            return 0;
        }

        for (var end = at + 1; end < line.Length; end++)
        {
            if (Quotes[kind].Contains(line[end]) && (end + 1 == line.Length || Blanks.Contains(line[end + 1])))
            {
                return end;
            }
        }

        unclosed[kind] = at;

        return 0;
    }
}
