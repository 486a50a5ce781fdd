using Hotfix.Domain;

namespace Hotfix.Gate.Reading;

/// <summary>An item with a box, as GitHub shows it in a text.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Start">Where its text begins, in characters (UTF-16) from the text's start.</param>
/// <param name="Text">The rest of its line.</param>
internal sealed record TaskItem(int Line, int Start, bool IsTicked, string Text);

/// <summary>A line of HTML that is a block of its own: there, and nowhere else, our markers count.</summary>
internal sealed record HtmlLine(int Line, int Start, string Text);

/// <summary>A comment or a block of code that nobody closes: what comes after it is swallowed.</summary>
internal sealed record Unclosed(int Line, bool IsComment);

/// <param name="Hidden">The lines, counted from 1, that are code or HTML.</param>
/// <param name="Trouble">Why it could not be read, as a sentence; null when it could.</param>
internal sealed record TaskItems(Values<TaskItem> Items, Values<HtmlLine> Html, Values<Unclosed> Unclosed, IReadOnlySet<int> Hidden, string? Trouble = null);
