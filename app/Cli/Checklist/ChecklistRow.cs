using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Domain;
using Hotfix.Gate.Reading;
using Pinning = Hotfix.Gate.Checklist;

namespace Hotfix.Cli.Checklist;

/// <summary>What <c>--json</c> prints of an item.</summary>
/// <param name="Evidence">By the profile; <c>manual</c> where that does not know the item, null outside of the checklist.</param>
internal sealed record ChecklistRow(string Text, bool Ticked, string? Evidence)
{
    public static IReadOnlyList<ChecklistRow> Of(ChecklistReading reading, Profile profile) => [.. reading.Items.Select(item => Of(item, profile))];

    /// <summary>Every item of the text, in order.</summary>
    public static IReadOnlyList<ChecklistRow> All(TaskItems found, ChecklistReading reading, Profile profile)
    {
        var within = reading.Items.ToDictionary(item => item.Line);

        return [.. found.Items.Select(item => within.TryGetValue(item.Line, out var known) ? Of(known, profile) : new(ItemText.Of(item.Text).Words, item.IsTicked, null))];
    }

    private static ChecklistRow Of(SectionItem item, Profile profile) => new(item.Words, item.IsTicked, Pinning.EvidenceOf(item.Id, profile, null));
}

internal sealed record ChecklistRows(IReadOnlyList<ChecklistRow> Items);

[JsonSerializable(typeof(ChecklistRows))]
internal sealed partial class ChecklistJson : JsonSerializerContext
{
    /// <summary>Letters stay what they are; what cannot be seen is escaped.</summary>
    public static ChecklistJson Relaxed { get; } = new(new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
