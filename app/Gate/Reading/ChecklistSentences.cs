using System.Globalization;
using Hotfix.Domain;
using Hotfix.Releases;
using Hotfix.Triage;

namespace Hotfix.Gate.Reading;

/// <summary>What is wrong with a checklist, and what would put it right.</summary>
internal static class ChecklistSentences
{
    public static string Unreadable(string trouble) => $"The pull request's text cannot be read, so nothing of its checklist counts: {char.ToLowerInvariant(trouble[0])}{trouble[1..]}";

    /// <summary>Null where each marker is there once, in order.</summary>
    public static string? Markers(int starts, int ends, bool areSwapped) => (starts, ends) switch
    {
        (1, 1) => areSwapped ? $"The checklist ends before it begins: put `{PullRequestText.ChecklistStart}` above its items and `{PullRequestText.ChecklistEnd}` below." : null,
        (0, 0) => $"The checklist was removed: neither `{PullRequestText.ChecklistStart}` nor `{PullRequestText.ChecklistEnd}` is in the pull request's text. Put it back; the text's earlier versions are under \"edited\".",
        (0, _) => Missing(PullRequestText.ChecklistStart, "above"),
        (_, 0) => Missing(PullRequestText.ChecklistEnd, "below"),
        _ => $"There is more than one checklist: `{PullRequestText.ChecklistStart}` is there {Times(starts)} and `{PullRequestText.ChecklistEnd}` {Times(ends)}. Keep one.",
    };

    public static string Unclosed(Unclosed open) => open.IsComment
        ? $"The comment that begins in line {Number(open.Line)} is never closed, and swallows what comes after it: end it with `-->`."
        : $"The block of code that begins in line {Number(open.Line)} is never closed, and swallows what comes after it: end it with the marks that begin it.";

    public static string Malformed(int line, string text) =>
        $"Line {Number(line)} looks like an item and is none: {Quote.Code(text)}. GitHub wants a list mark, a blank, the box `[ ]` or `[x]`, a blank and the text, outside of code and comments.";

    public static string Ambiguous(int line, Values<string> ids) => $"Line {Number(line)} names more than one item: {string.Join(", ", ids.Select(Quote.Code))}. Keep the comment that was there.";

    public static string Gone(PinnedItem item) => $"Its line is gone from the checklist. Put it back: `- [ ] {Plain(item.Text)} <!-- hotfix:{item.Id} -->`.";

    public static string Twice(IEnumerable<int> lines) => $"It is in the checklist more than once, in lines {string.Join(" and ", lines.Select(Number))}. Keep one of them.";

    public static string Reworded(int line, string words, PinnedItem item) => words.StartsWith("~~", StringComparison.Ordinal)
        ? $"It is struck out in line {Number(line)}, and an item is not done by that. Take the strokes away; if it is not needed here, `/hotfix override {item.Id} --reason <why>` says so."
        : $"It says something else now, in line {Number(line)}: {Quote.Code(words)}. It was: {Quote.Long(item.Text, 200)}.";

    private static string Missing(string marker, string where) => $"The line `{marker}` is gone from the pull request's text, so nobody can say what belongs to the checklist. Put it back {where} the items.";

    private static string Plain(string text) => text.Replace('`', '\'');

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{Number(count)} times" };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
