using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>What is said about commands to the gate.</summary>
internal static partial class Replies
{
    public const string NoGate = "There is no gate yet: it is that of the hotfix's open pull request. `/hotfix start` makes one.";

    public const string MergedWithIt = "It was merged with that, so somebody has to look at it: the follow-up issue stays open.";

    public const string NotHeld = "Nobody holds the gate.";

    public const string NotFrozen = "Nothing is frozen here.";

    public const string ReasonMissing = "Say why: `--reason <text>`. Whoever looks at it later has only that.";

    public const string FreezeNotOverridden = "A freeze lets only a P0 pass, and only while there is one. `/hotfix thaw` ends it for everybody.";

    public static string HeldAlready(GateHold hold) => $"{Quote.Code(hold.By)} holds the gate since {Sentences.At(hold.At)}.";

    public static string NoSuchItem(string item, Values<string> known) => known.Count == 0
        ? $"There is no item {Quote.Code(item)}: the checklist of this hotfix has none."
        : $"There is no item {Quote.Code(item)}{(Nearest.To(item, known) is { } near ? $": did you mean `{near}`?" : ".")} There are {string.Join(", ", known.Select(id => $"`{id}`"))}.";

    public static string NothingOverridden(string? item) => item is null ? "Nothing is overridden here." : $"{Quote.Code(item)} is not overridden.";

    public static string OverriddenAlready(GateOverride known) => $"{Quote.Code(known.By)} lets {Quote.Code(known.Item)} pass already, on {Commit(known.Head)}.";

    public static string FollowUpTitle(GateOverride given, int issue) => $"Look at what was let pass in the hotfix of #{issue}: {Words(given.Item)}";

    public static string FollowUp(GateOverride given, int issue, int pull) => string.Join(
        '\n',
        $"In the hotfix of #{issue} (#{pull}) the item **{Words(given.Item)}** was open, and {Quote.Code(given.By)} let it pass on {Commit(given.Head)}.",
        "",
        $"Their reason: {Quote.Long(given.Reason, 1000)}",
        "",
        $"Somebody other than {Quote.Code(given.By)} looks at what was left out, makes up for it or says why that need not be, and closes this issue. Until then `/hotfix close` does not close #{issue}.");

    public static string NotFollowedUp(FollowUpState open) => open.IsOpen
        ? $"#{open.Number} is open: somebody other than {Quote.Code(open.By)} has to look at what was let pass ({Words(open.Item)}) and close it."
        : $"#{open.Number} was closed by {(open.ClosedBy is null ? "nobody known" : Quote.Code(open.By))}; {Quote.Code(open.By)} let {Words(open.Item)} pass, and somebody else has to look at it and close it.";

    public static string NoTester(bool isAnybody) => isAnybody
        ? "Only testers confirm fixes, and you are not on the list that the config has under `gate.testers`."
        : "The config has no testers: name them under `gate.testers`.";

    public static string ConfirmedAlready(string head) => $"You confirmed {Commit(head)} already.";

    public static string NoComingTime(string given) => $"{Quote.Code(given)} is no time to come. Write `18:00`, `4h`, `2d` or `2026-12-24T18:00Z`.";

    public static string FreezeChanged(GateFreeze? there) => there is null
        ? "Somebody thawed it meanwhile, so this was left as it is."
        : $"{Quote.Code(there.By)} froze it at {Sentences.At(there.At)}, so this was left as it is. `/hotfix thaw` ends that.";

    public static string Frozen(GateFreeze freeze) =>
        $"Frozen{(freeze.Until is { } until ? $" until {Sentences.At(until)}" : ", until somebody says `/hotfix thaw`")}: no hotfix of this repository passes its gate. A P0 may, by `/hotfix override freeze --reason <text>` on it.";

    private static string Words(string item) => Quote.Plain(item.Replace('_', ' '));
}
