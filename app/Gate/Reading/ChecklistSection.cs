using Hotfix.Domain;
using Hotfix.Releases;

namespace Hotfix.Gate.Reading;

/// <summary>
/// Reads the checklist of a pull request's text: the items between our two markers, which count only where they are HTML and not code. Whatever makes that doubtful is a problem, and then nothing of it passes.
/// </summary>
internal static class ChecklistSection
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    public static ChecklistReading Read(string body)
    {
        var found = TaskList.Read(body);

        if (found.Trouble is { } trouble)
        {
            return new([], [ChecklistSentences.Unreadable(trouble)]);
        }

        var (starts, ends) = (Marks(found, PullRequestText.ChecklistStart), Marks(found, PullRequestText.ChecklistEnd));

        if (ChecklistSentences.Markers(starts.Count, ends.Count, starts is [{ Start: var first }] && ends is [{ Start: var last }] && last < first) is { } wrong)
        {
            return new([], [wrong, .. found.Unclosed.Select(ChecklistSentences.Unclosed)]);
        }

        var (from, to) = (starts[0], ends[0]);
        Values<SectionItem> items = [.. found.Items.Where(item => item.Start > from.Start && item.Start < to.Start).Select(SectionItem.Of)];

        return new(items,
        [
            .. found.Unclosed.Where(open => open.Line < to.Line).Select(ChecklistSentences.Unclosed),
            .. Missed(body, from.Line, to.Line, [.. items.Select(item => item.Line)]).Select(line => ChecklistSentences.Malformed(line.Number, line.Text)),
            .. items.Where(item => item.Ids.Count > 1).Select(item => ChecklistSentences.Ambiguous(item.Line, item.Ids)),
        ]);
    }

    private static List<HtmlLine> Marks(TaskItems found, string marker) =>
        [.. found.Html.SelectMany(line => Enumerable.Repeat(line, line.Text.AsSpan().Count(marker)).Select(same => same with { Start = same.Start + same.Text.IndexOf(marker, StringComparison.Ordinal) }))];

    private static IEnumerable<(int Number, string Text)> Missed(string body, int from, int to, HashSet<int> items) => body.Split(LineEnds, StringSplitOptions.None)
        .Select((text, at) => (Number: at + 1, Text: text))
        .Take(to - 1)
        .Skip(from)
        .Where(line => !items.Contains(line.Number) && NearMiss.Looks(line.Text));
}

/// <param name="Problems">Sentences of Markdown; none where the section can be believed.</param>
internal sealed record ChecklistReading(Values<SectionItem> Items, Values<string> Problems);

/// <summary>An item between the markers.</summary>
/// <param name="Words">What people read of it.</param>
internal sealed record SectionItem(int Line, bool IsTicked, string Words, Values<string> Ids, string? Evidence)
{
    /// <summary>Null where nothing names it.</summary>
    public string? Id => Ids.Count == 1 ? Ids[0] : null;

    public static SectionItem Of(TaskItem item) => ItemText.Of(item.Text) is var text ? new(item.Line, item.IsTicked, text.Words, [.. text.Ids], text.Evidence) : null!;
}
