using Hotfix.Domain;

namespace Hotfix.Gate;

/// <summary>A verdict on a pull request's head: every item of the pinned checklist, and what keeps the gate shut besides.</summary>
/// <param name="Items">In the order of the template.</param>
/// <param name="Freeze">Null also where somebody lets this hotfix pass in spite of it.</param>
internal sealed record Verdict(string Head, Values<JudgedItem> Items, GateHold? Hold, GateFreeze? Freeze)
{
    public bool IsGreen => Hold is null && Freeze is null && Items.All(item => item.Finding.Standing >= ItemStanding.Overridden);
}

/// <param name="Override">Who lets it pass, where somebody does.</param>
internal sealed record JudgedItem(PinnedItem Pinned, bool IsTicked, Finding Finding, GateOverride? Override = null);

/// <summary>Facts in, verdict out.</summary>
internal static class Judging
{
    /// <summary>What is overridden when a hotfix passes in spite of a freeze.</summary>
    public const string FreezeItem = "freeze";

    public static Verdict Judge(GateFacts facts) => throw new NotImplementedException();
}
