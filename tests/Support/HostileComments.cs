using System.Text;

namespace Hotfix.Tests.Support;

/// <param name="Commands">The lines in it that are commands, in order; every other <c>/hotfix</c> stands where it is none.</param>
internal sealed record HostileComment(string Text, IReadOnlyList<string> Commands);

/// <summary>
/// Comments as somebody who means ill, or a program gone wild, would write them: control characters, right-to-left marks, terminal sequences, HTML, mentions, shell, half commands, unclosed
/// fences and comments, nested Markdown, up to GitHub's 65,536 characters. The same seed gives the same comments.
/// </summary>
internal sealed class HostileComments
{
    private const int Longest = 65_536;
    private const string Trap = "/hotfix abandon --reason trap";

    private static readonly string[] Newlines = ["\n", "\r\n", "\r"];

    private static readonly string[] Noise =
    [
        "\0", "\u0001", "\a", "\b", "\v", "\f", "\u001b[31m", "\u001b[2J", "\u001b]0;x\a", "\u007f", "\u0085", "\u009b31m", "\u00a0", "\u00ad", "\u061c", "\u115f", "\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a",
        "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\ufff9", "\ufffd", "\uffff", "\ud800", "\udc00", "\ue000", "🔥", "\U000e0041", "Z͑ͫ̓", "@everyone", "@acme/team", "@mia", "#1", "acme/x#1", "GH-1",
        "https://evil.example/", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "<b", "</b>", "]]>", "<![CDATA[", "&lt;", "&#64;", "$(id)", "`id`", "; rm -rf /", "| cat", "%s%n", "{{7*7}}", "${{ secrets.X }}",
        "![x](https://evil.example/p.png)", "[x](javascript:alert(1))", "**", "__", "~~", "``", "```", "|", "\\", "/hotfix", "／hotfix start", "/hotfıx start", "/hot\u200bfix start", " ", "\t", "word", "--", "--reason", "\"", "“", "'",
    ];

    private static readonly string[] Verbs = ["", "start", "why", "severity P0", "severity P5", "pause", "pause blocked", "assign", "assign @", "duplicate", "duplicate #0", "timeline add", "role", "rolback", "resume", "help", "--help", "severity P1 --reason", "start --from"];

    private static readonly string[] Deep = ["[", "![", "[](", "**a ", "*a_", "|", "a|", "(", "<", "<a ", "`", "``a`", "&", "\\", "~", "[a](b \"", "<!A ", "<?", "](", "x@", "#1 "];

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly List<string> commands = [];
    private readonly string newline;
    private bool isSwallowed;

    private HostileComments(Random random, string newline) => (this.random, this.newline) = (random, newline);

    public static IEnumerable<HostileComment> Generate(int count, int seed)
    {
        var random = new Random(seed);

        return Enumerable.Range(0, count).Select(number => new HostileComments(random, Newlines[number % 3]).Write(number));
    }

    private HostileComment Write(int number)
    {
        if (number % 100 == 99)
        {
            return new($"{Lines("/hotfix start", "", Repeat(Any(">", "> ", "1. ", "- > "), Longest / 8))}{newline}{newline}/hotfix why", []);
        }

        for (var sections = random.Next(1, 30); sections > 0 && !isSwallowed; sections--)
        {
            Section();
        }

        // Some are as long as GitHub takes.
        if (number % 25 == 0 && text.Length < Longest / 2)
        {
            text.Append($"x {Repeat(random.Next(3) == 0 ? Any(Noise) : Any(Deep), Longest)}".AsSpan(0, Longest - text.Length));
        }

        return new(text.ToString(), commands);
    }

    private void Section()
    {
        switch (random.Next(24))
        {
            case < 6:
                Command();
                break;
            case < 9:
                Add("x" + NoiseOf(random.Next(1, 20)), $"x{NoiseOf(3)}{Trap}", "");
                break;
            case 9:
                var fence = Any("```", "~~~", "````", "~~~~~");
                Add(fence + Any("", "sh", " yaml"), $"x{NoiseOf(3)}", Trap, "", Trap, fence, "");
                break;
            case 10:
                Add($"    {Trap}", $"\t{Trap}", "");
                break;
            case 11:
                Add($"{Repeat("> ", random.Next(1, 20))}x {Plain()}", Trap, $"> {Trap}", "");
                break;
            case 12:
                Add($"{Repeat(Any("- ", "* ", "1. ", "2) "), random.Next(1, 10))}x {Plain()}", Trap, "");
                break;
            case 13:
                Add("<!--", Trap, "", Trap, "-->", "");
                break;
            case 14:
                Add(Any("<div>", "<details>", "<b>", "<table>", "</p>"), Trap, $"x{NoiseOf(2)}", Trap, "");
                break;
            case 15:
                Add($"x {Plain()} `code", Trap, "code`", "");
                break;
            case 16:
                Add("| a | b |", "| - | - |", "| c | d |", Trap, "");
                break;
            case 17:
                Add("[a]: b 'c", Trap, "d'", "");
                break;
            case 18:
                Add("[a](b \"c", Trap, "d\") ![e", Trap, "](f) <!-- g", Trap, "-->", "");
                break;
            case 19:
                Add($"# {Trap}", $"#{NoiseOf(2)}", "");
                break;
            case 20:
                Add($"x {Repeat(Any(Deep), random.Next(1, 2000))}", "");
                break;
            case 21:
                Add(Any($" {Trap}", $"\u200b{Trap}", $"\u202e{Trap}", $"\ufeff{Trap}", $"/hotfix\u200b start", "/hotfix\u00a0start", "/hotfixes", "/hotfi", "/hotfix\0start", $"\u001b[1m{Trap}"), "");
                break;
            case 22:
                Add($"[^1]: x {Plain()}", Trap, "");
                break;
            default:
                Unclosed();
                break;
        }
    }

    /// <summary>A command in a paragraph of its own or among other lines, with arguments that mean ill.</summary>
    private void Command()
    {
        var command = $"{Any("/hotfix", "/HOTFIX", "/Hotfix")} {Any(Verbs)}{(random.Next(2) == 0 ? $" {NoiseOf(random.Next(1, random.Next(20) == 0 ? 200 : 4))}" : "")}".TrimEnd(' ', '\t');

        if (Add(random.Next(3) == 0 ? [Plain(), command, Plain(), ""] : [command, ""]))
        {
            commands.Add(command);
        }
    }

    /// <summary>A block that is not closed swallows the rest; seldom, so that there is one.</summary>
    private void Unclosed() => isSwallowed = random.Next(4) == 0 && Add(Any("```", "~~~", "<!--", "<script>", "<?", "<![CDATA[", "<!A"), Trap, "", Trap, "", Plain().Replace('>', ' '), "/hotfix start", "");

    /// <summary>Whether there was room.</summary>
    private bool Add(params string[] lines)
    {
        var fits = text.Length + lines.Sum(line => line.Length + 2) <= Longest;
        text.Append(fits ? Lines(lines) + newline : "");

        return fits;
    }

    private string Lines(params string[] lines) => string.Join(newline, lines);

    private string NoiseOf(int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => Any(Noise)));

    private string Plain() => Any("Please look.", "It hurts, @everyone!", "Всё сломалось", "全部壊れた", "مرحبا", "a < b and c > d");

    private T Any<T>(params T[] of) => of[random.Next(of.Length)];

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, Math.Max(1, Math.Min(count, Longest / piece.Length))));
}
