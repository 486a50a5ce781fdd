using Hotfix.Triage;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hotfix.Commands.Reading;

/// <summary>
/// Where in a comment commands stand in prose: in a paragraph that is in nothing else, or in one that a line of dashes below makes a heading (a mail's signature does), as Markdown reads it.
/// <para>Bounds: blocks are read in linear time, 65,536 characters in well under a second. What is within a paragraph is read only where something may hide a command,
/// and only up to <see cref="Longest"/> characters, because the parser takes quadratic time there (a second for 65,536 characters of <c>[](</c>).</para>
/// <para>Source: GitHub Flavored Markdown 0.29; footnotes as GitHub documents them.</para>
/// </summary>
internal static class Prose
{
    /// <summary>In a longer paragraph, a command that may be hidden counts as hidden.</summary>
    private const int Longest = 4096;

    private static readonly object Key = new();

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Where they begin, in order.</summary>
    public static IEnumerable<int> Commands(string comment)
    {
        if (Nesting.IsBeyondReason(comment))
        {
            return [];
        }

        try
        {
            return [.. Markdown.Parse(comment, Pipeline).OfType<LeafBlock>().SelectMany(Shown).Order()];
        }
        catch (ArgumentException)
        {
            // Markdig's one way to say that something is nested too deeply for it after all. Nobody writes that by hand, so nothing in it is a command.
            return [];
        }
    }

    private static IEnumerable<int> Shown(LeafBlock block)
    {
        var starts = (int[]?)block.GetData(Key) ?? [];

        return block.Inline is { } inline ? starts.Where(start => !inline.Descendants<Inline>().Any(part => Hides(part, start))) : starts;
    }

    private static bool Hides(Inline part, int start) => start > part.Span.Start && start <= part.Span.End && part switch
    {
        CodeInline or HtmlInline or LinkInline { IsImage: true } => true,
        LinkInline { LastChild: var text } => start > (text?.Span.End ?? part.Span.Start),
        _ => false,
    };

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseFootnotes();
        builder.InlineParsers.RemoveAll(parser => parser is EmphasisInlineParser or HtmlEntityParser or LineBreakInlineParser); // they hide nothing

        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += (_, block) => Look(block);
        }

        return builder.Build();
    }

    /// <summary>Notes the commands of a block, and lets the parser look within it only where that may make a difference.</summary>
    private static void Look(Block block)
    {
        if (block is not LeafBlock leaf)
        {
            return;
        }

        var starts = leaf is { Parent: MarkdownDocument } and (ParagraphBlock or HeadingBlock { IsSetext: true }) ? Starts(leaf) : [];
        var doubtful = starts.Length == 0 ? [] : Doubtful(leaf, starts);
        leaf.ProcessInlines = doubtful.Length > 0 && leaf.Span.Length <= Longest;
        leaf.SetData(Key, leaf.ProcessInlines ? starts : starts.Except(doubtful).ToArray());
    }

    private static int[] Starts(LeafBlock block)
    {
        var lines = block.Lines.Lines.AsSpan(0, block.Lines.Count);
        var starts = new List<int>();

        // What belongs to a table stands at the end of its paragraph.
        foreach (ref readonly var line in lines[..(lines.Length - TableRows.Of(lines))])
        {
            var (text, start) = (line.Slice.Text, line.Slice.Start);

            if ((start == 0 || text[start - 1] is '\r' or '\n') && CommandLines.IsAt(text.AsSpan(start)))
            {
                starts.Add(start);
            }
        }

        return [.. starts];
    }

    /// <summary>Those between what could be the two ends of code, a tag, or the part of a link that is not shown.</summary>
    private static int[] Doubtful(LeafBlock block, int[] starts)
    {
        var (text, first) = (block.Lines.Lines[0].Slice.Text, block.Lines.Lines[0].Slice.Start);
        var whole = text.AsSpan(first, block.Lines.Lines[block.Lines.Count - 1].Slice.End + 1 - first);
        var (code, codeEnd) = (whole.IndexOf('`'), whole.LastIndexOf('`'));
        var (tag, tagEnd) = (whole.IndexOf('<'), whole.LastIndexOf('>'));
        var (link, linkEnd) = (whole.IndexOf('['), whole.LastIndexOfAny(')', ']'));

        return Array.FindAll(starts, start => IsBetween(code, codeEnd, start - first) || IsBetween(tag, tagEnd, start - first) || IsBetween(link, linkEnd, start - first));
    }

    private static bool IsBetween(int open, int close, int at) => open >= 0 && open < at && at < close;
}
