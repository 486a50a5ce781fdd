using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>
/// A verdict as people read it: the check run <c>hotfix/gate</c>. Its title counts, its summary says what keeps the gate shut as a whole, its text goes item by item, the worst first. The same verdict gives the same words.
/// </summary>
internal static class GateReport
{
    public const string CheckName = "hotfix/gate";

    /// <summary>For whoever thinks that the verdict is not what it should be by now.</summary>
    public static CheckButton Again { get; } = new("judge", "Judge again", "Looks at all the evidence anew");

    private const int MostNames = 5;

    /// <summary>GitHub takes this many remarks in one call.</summary>
    private const int MostNotes = 50;

    public static CheckRun Of(Verdict verdict, GateFacts facts) => new(
        CheckName,
        verdict.Head,
        verdict.IsGreen ? CheckConclusion.Success : CheckConclusion.Failure,
        GateTitle.Of(verdict, MostNames),
        Summary(verdict),
        verdict.Items.Count == 0 ? null : string.Join("\n\n", verdict.Items.GroupBy(item => item.Finding.Standing).OrderBy(group => group.Key).Select(group => Part(group.Key, group, facts.State))),
        [.. verdict.Items.Where(item => item.Finding.Standing < ItemStanding.Overridden).SelectMany(item => item.Finding.Notes).Take(MostNotes)],
        Again);

    private static string Summary(Verdict verdict) => string.Join("\n\n", ((string?[])[
        verdict.Hold is { } hold ? $"**Held** by {Quote.Code(hold.By)} on {GateSentences.Day(hold.At)}{Because(hold.Reason)}. `/hotfix unhold` opens it again." : null,
        verdict.Freeze is { } freeze ? $"**Frozen**, the whole repository, by {Quote.Code(freeze.By)} on {GateSentences.Day(freeze.At)}{(freeze.Until is { } until ? $" until {GateSentences.Day(until)}" : "")}{Because(freeze.Reason)}. `/hotfix thaw` ends it; a P0 may pass by `/hotfix override freeze --reason <why>`." : null,
        verdict.Passing is { } passing ? $"It passes the freeze: {Override(passing)}" : null,
        .. verdict.Problems.Select(problem => $"**Not as it was started.** {problem}"),
        verdict.IsGreen ? "Everything that was asked for is so." : verdict.Items.Count > 0 ? "What is open, and what would close it, the worst first. A ticked box counts only where there is nothing better to look at." : null,
    ]).OfType<string>());

    private static string Part(ItemStanding standing, IEnumerable<JudgedItem> items, GateState state) =>
        $"### {Heading(standing)}\n\n{string.Join('\n', items.Select(item => $"- **{Text(item.Pinned)}** {item.Finding.Says}{Said(item, state)}"))}";

    private static string Heading(ItemStanding standing) => standing switch
    {
        ItemStanding.Broken => "Not to be believed",
        ItemStanding.Failing => "Something speaks against it",
        ItemStanding.Open => "Open",
        ItemStanding.Waiting => "Under way",
        ItemStanding.Overridden => "Passed by somebody",
        ItemStanding.NotAsked => "Not asked here",
        _ => "Closed",
    };

    /// <summary>An item that somebody added is in their words.</summary>
    private static string Text(PinnedItem item) => Quote.Long(item.Text, 200);

    private static string Said(JudgedItem item, GateState state) => string.Concat(
        item is { IsTicked: true, Pinned.Id.Length: > 0 } && state.Ticks.LastOrDefault(tick => tick.Item == item.Pinned.Id) is { } tick ? $" Ticked by {Quote.Code(tick.By)} on {GateSentences.Day(tick.At)}." : "",
        item.Override is { } passed ? $" {Override(passed)}" : "");

    private static string Override(GateOverride passed) =>
        $"{Quote.Code(passed.By)} lets it pass on {Quote.Code(Own.Short(passed.Head))}, since {GateSentences.Day(passed.At)}{Because(passed.Reason)}{(passed.FollowUp is { } issue ? $"; #{GateSentences.Number(issue)} looks at it afterwards" : "")}. The next push ends that.";

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $", because {Quote.Long(reason, 200)}";
}
