using Hotfix.Triage;
using Markdig;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Hotfix.Gate.Reading;

/// <summary>
/// Finds the items with a box in a Markdown text, as GitHub counts them: items of a list whose first block is a paragraph that begins with <c>[ ]</c>, <c>[x]</c> or <c>[X]</c>, a blank and something more on that line. What is
/// in code, in HTML, in a comment or in the middle of a line is none.
/// <para>Shape: at most 65,536 characters are looked at, which is what GitHub takes. Only blocks are read, never what is within a paragraph: that is linear, and takes a fraction of a second for the worst text.</para>
/// <para>Source: shared/reference/forms-and-tasklists.md, §4 and §5; GitHub Flavored Markdown 0.29, section 5.3.</para>
/// </summary>
internal static class TaskList
{
    public const int MaxCharacters = 65_536;

    private static readonly MarkdownPipeline Pipeline = Build();

    public static TaskItems Read(string text)
    {
        text = text.Length > MaxCharacters ? text[..MaxCharacters] : text;

        try
        {
            return Nesting.IsBeyondReason(text) ? Unreadable() : Of(Markdown.Parse(text, Pipeline), text);
        }
        catch (ArgumentException)
        {
            // Markdig's one way to say that something is nested too deeply for it after all.
            return Unreadable();
        }
    }

    private static TaskItems Of(MarkdownDocument document, string text)
    {
        var blocks = document.Descendants().OfType<Block>().OrderBy(block => block.Span.Start).ToList();

        return new(
            [.. blocks.OfType<ListItemBlock>().Select(Item).OfType<TaskItem>().OrderBy(item => item.Start)],
            [.. blocks.OfType<HtmlBlock>().SelectMany(Lines).Select(line => new HtmlLine(line.Line + 1, line.Slice.Start, line.Slice.ToString()))],
            [.. blocks.Select(block => Open(block, text)).OfType<Unclosed>()],
            blocks.Where(block => block is CodeBlock or HtmlBlock).SelectMany(block => Covered((LeafBlock)block)).ToHashSet());
    }

    private static TaskItem? Item(ListItemBlock item)
    {
        if (item is not [ParagraphBlock { Lines.Count: > 0 } paragraph, ..])
        {
            return null;
        }

        var line = paragraph.Lines.Lines[0];
        var box = line.Slice.AsSpan().TrimStart(" \t");

        return box is ['[', ' ' or 'x' or 'X', ']', ' ' or '\t' or '\v' or '\f', .. var rest] && rest.Trim() is { IsEmpty: false } words
            ? new(line.Line + 1, line.Slice.End + 1 - box.Length, box[1] != ' ', words.ToString())
            : null;
    }

    private static Unclosed? Open(Block block, string text) => block switch
    {
        HtmlBlock { Type: HtmlBlockType.Comment } comment when !text.AsSpan(comment.Span.Start, Math.Min(comment.Span.Length, text.Length - comment.Span.Start)).Contains("-->", StringComparison.Ordinal) => new(comment.Line + 1, IsComment: true),
        FencedCodeBlock { ClosingFencedCharCount: 0 } code => new(code.Line + 1, IsComment: false),
        _ => null,
    };

    private static IEnumerable<int> Covered(LeafBlock block) => Lines(block).Select(line => line.Line + 1).Append(block.Line + 1);

    private static IEnumerable<StringLine> Lines(LeafBlock block) => block.Lines.Lines is null ? [] : block.Lines.Lines.Take(block.Lines.Count);

    private static TaskItems Unreadable() => new([], [], [], new HashSet<int>(), "It is nested too deeply to be read.");

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();

        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += static (_, block) =>
            {
                if (block is LeafBlock leaf)
                {
                    leaf.ProcessInlines = false;
                }
            };
        }

        return builder.Build();
    }
}
