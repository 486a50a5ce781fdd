using Hotfix.Domain;
using Hotfix.Gate.Reading;
using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>A verdict on a pull request's head: every item of the pinned checklist, and what keeps the gate shut besides.</summary>
/// <param name="Items">In the order of the template; last what somebody added to the checklist.</param>
/// <param name="Freeze">Null also where somebody lets this hotfix pass in spite of it.</param>
/// <param name="Problems">What is wrong with the checklist as a whole; nobody can override that.</param>
/// <param name="Passing">Who lets it pass in spite of a freeze; null where nothing is frozen.</param>
internal sealed record Verdict(string Head, Values<JudgedItem> Items, GateHold? Hold, GateFreeze? Freeze, Values<string> Problems = default, GateOverride? Passing = null)
{
    public bool IsGreen => Hold is null && Freeze is null && Problems.Count == 0 && Items.Count > 0 && Items.All(item => item.Finding.Standing >= ItemStanding.Overridden);
}

/// <param name="Override">Who lets it pass, where somebody does.</param>
internal sealed record JudgedItem(PinnedItem Pinned, bool IsTicked, Finding Finding, GateOverride? Override = null);

/// <summary>Facts in, verdict out. Nothing is taken from an earlier verdict, so that what is taken back counts no more.</summary>
internal static class Judging
{
    /// <summary>What an override names to let a P0 pass while the repository is frozen.</summary>
    public const string FreezeItem = "freeze";

    private const string Empty = "The checklist has no item, and a gate that asks for nothing would not be one: give `pull_request.checklist` items, and write them into the checklist with a box each.";

    public static Verdict Judge(GateFacts facts)
    {
        var reading = ChecklistSection.Read(facts.Pull.Body);
        var pinned = facts.Fix.Template?.Items ?? [];
        Values<JudgedItem> items = [.. FoundItem.Of(pinned, reading).Select(found => Judge(found, facts))];
        var isFrozen = facts.Freeze is { } freeze && !(freeze.Until <= facts.Now);
        var passing = isFrozen && facts.Severity == Severity.P0 ? OverrideOf(FreezeItem, facts) : null;

        return new(facts.Pull.Head, items, facts.State.Hold, isFrozen && passing is null ? facts.Freeze : null, [.. reading.Problems, .. facts.Pull.Base == facts.Fix.Base ? Array.Empty<string>() : [$"The pull request goes into {Quote.Code(facts.Pull.Base)}, and the hotfix was made for {Quote.Code(facts.Fix.Base)}: change its base back."], .. items.Count == 0 && reading.Problems.Count == 0 ? [Empty] : Array.Empty<string>()], passing);
    }

    private static JudgedItem Judge(FoundItem found, GateFacts facts)
    {
        var finding = found is { Item: { } item } ? Look(item, facts) : new(ItemStanding.Broken, found.Objection ?? "");
        var passed = finding.Standing < ItemStanding.Overridden && found.Pinned.Id.Length > 0 ? OverrideOf(found.Pinned.Id, facts) : null;

        return new(found.Pinned, found.Item?.IsTicked == true, passed is null ? finding : finding with { Standing = ItemStanding.Overridden }, passed);
    }

    private static Finding Look(GateItem item, GateFacts facts) => EvidenceReader.Read(item.Pinned.Evidence) switch
    {
        { Call: { } call } => Evidences.Find(call.Name)!.Look(call, item, facts),
        { Objection: var objection } => new(ItemStanding.Broken, $"It asks for {Quote.Code(item.Pinned.Evidence)}, and this {Quote.Long(objection ?? "", 300)}. That was so when the hotfix was started: override the item, and put the template right for the next."),
    };

    /// <summary>The newest one that is for this head.</summary>
    private static GateOverride? OverrideOf(string item, GateFacts facts) => facts.State.Overrides.Where(one => one.Item == item && Own.Keeps(facts, one.Head)).OrderBy(one => one.At).LastOrDefault();
}
