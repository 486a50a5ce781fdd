using Hotfix.Domain;

namespace Hotfix.Gate.Reading;

/// <summary>A pinned item and its line; or one sentence why there is none that counts.</summary>
/// <param name="Item">Null where <paramref name="Objection"/> says why.</param>
internal sealed record FoundItem(PinnedItem Pinned, GateItem? Item, string? Objection)
{
    /// <summary>
    /// Each pinned item, in order, and then what somebody added to the checklist: that asks for a tick. An item is known by its comment, or where that is gone by its words.
    /// </summary>
    public static IEnumerable<FoundItem> Of(Values<PinnedItem> pinned, ChecklistReading reading)
    {
        var known = pinned.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var byId = reading.Items.Where(item => item.Id is not null).ToLookup(item => item.Id!, StringComparer.Ordinal);
        var byWords = reading.Items.Where(item => item.Ids.Count == 0).ToLookup(item => item.Words, StringComparer.Ordinal);
        var taken = new HashSet<SectionItem>(ReferenceEqualityComparer.Instance);

        foreach (var item in pinned)
        {
            List<SectionItem> lines = [.. byId[item.Id].Concat(byWords[ItemText.Collapsed(item.Text)]).OrderBy(line => line.Line)];
            taken.UnionWith(lines);
            yield return Of(item, lines);
        }

        foreach (var line in reading.Items.Where(line => !taken.Contains(line) && !known.Overlaps(line.Ids)))
        {
            var added = new PinnedItem(line.Id ?? "", line.Words, "manual");
            yield return new(added, new(added, line.IsTicked, line.Words), null);
        }
    }

    private static FoundItem Of(PinnedItem pinned, List<SectionItem> lines) => lines switch
    {
        [] => new(pinned, null, ChecklistSentences.Gone(pinned)),
        [var line] when IsAsPinned(line.Words, pinned) => new(pinned, new(pinned, line.IsTicked, line.Words), null),
        [var line] => new(pinned, null, ChecklistSentences.Reworded(line.Line, line.Words, pinned)),
        _ => new(pinned, null, ChecklistSentences.Twice(lines.Select(line => line.Line))),
    };

    /// <summary>Evidence that is given on the line itself stands behind its words.</summary>
    private static bool IsAsPinned(string words, PinnedItem pinned) => ItemText.Collapsed(pinned.Text) is var text
        && (words == text || (EvidenceReader.Read(pinned.Evidence).Call is { } call && Evidences.Find(call.Name) is { Rule.IsOnLine: true } && words.StartsWith($"{text} ", StringComparison.Ordinal)));
}
