namespace Hotfix.Domain;

/// <summary>The one table of what may follow what. Whatever it does not name is refused, or changes nothing. The README's drawing is made from it.</summary>
internal static class Transitions
{
    private static readonly HotfixState[] Open =
        [HotfixState.Reported, HotfixState.Triaged, HotfixState.NextRelease, HotfixState.Started, HotfixState.InReview, HotfixState.Ready, HotfixState.Merged, HotfixState.Released, HotfixState.Published];

    public static Values<Transition> Table { get; } =
    [
        new(HotfixState.Reported, StateStep.Triage, HotfixState.Triaged),
        new(HotfixState.Triaged, StateStep.PutOff, HotfixState.NextRelease),
        new(HotfixState.Triaged, StateStep.Start, HotfixState.Started),
        new(HotfixState.NextRelease, StateStep.Start, HotfixState.Started),
        new(HotfixState.NextRelease, StateStep.Withdraw, HotfixState.Triaged),
        new(HotfixState.Started, StateStep.Withdraw, HotfixState.Triaged),
        new(HotfixState.InReview, StateStep.Withdraw, HotfixState.Triaged),
        new(HotfixState.Ready, StateStep.Withdraw, HotfixState.Triaged),
        new(HotfixState.Started, StateStep.Review, HotfixState.InReview),
        new(HotfixState.InReview, StateStep.Redraft, HotfixState.Started),
        new(HotfixState.InReview, StateStep.Clear, HotfixState.Ready),
        new(HotfixState.Ready, StateStep.Block, HotfixState.InReview),
        new(HotfixState.Ready, StateStep.Redraft, HotfixState.Started),
        new(HotfixState.Started, StateStep.Merge, HotfixState.Merged),
        new(HotfixState.InReview, StateStep.Merge, HotfixState.Merged),
        new(HotfixState.Ready, StateStep.Merge, HotfixState.Merged),
        new(HotfixState.Merged, StateStep.Release, HotfixState.Released),
        new(HotfixState.Released, StateStep.Publish, HotfixState.Published),
        new(HotfixState.Triaged, StateStep.Abandon, HotfixState.Abandoned),
        new(HotfixState.NextRelease, StateStep.Abandon, HotfixState.Abandoned),
        new(HotfixState.Started, StateStep.Abandon, HotfixState.Abandoned),
        new(HotfixState.InReview, StateStep.Abandon, HotfixState.Abandoned),
        new(HotfixState.Ready, StateStep.Abandon, HotfixState.Abandoned),
        .. Open.Select(state => new Transition(state, StateStep.Close, HotfixState.Closed)),
        new(HotfixState.Closed, StateStep.Reopen, HotfixState.Triaged),
        new(HotfixState.Abandoned, StateStep.Reopen, HotfixState.Triaged),
        .. Open.Append(HotfixState.Closed).Append(HotfixState.Abandoned).Select(state => new Transition(state, StateStep.Delete, HotfixState.Deleted)),
    ];

    /// <summary>Null where the table has no such step.</summary>
    public static HotfixState? Next(HotfixState from, StateStep by) => Table.FirstOrDefault(row => row.From == from && row.By == by)?.To;

    /// <summary>The state after the step; the same where it leads nowhere from here.</summary>
    public static HotfixState After(this HotfixState from, StateStep by) => Next(from, by) ?? from;

    /// <summary>Somebody still has to do something about it.</summary>
    public static bool IsOpen(this HotfixState state) => Open.Contains(state);

    /// <summary>Where a hotfix stands by what became of its fix and its gate; from wherever it is, the steps that the table allows.</summary>
    public static HotfixState Following(this HotfixState from, Fix? fix, GateState? gate) => Steps(fix, gate).Aggregate(from, After);

    private static IEnumerable<StateStep> Steps(Fix? fix, GateState? gate)
    {
        if (fix?.Pull is not { } pull)
        {
            yield break;
        }

        yield return StateStep.Start;

        if (pull.State != PullState.Closed)
        {
            yield return pull.State == PullState.Draft ? StateStep.Redraft : StateStep.Review;
        }

        if (pull.State == PullState.Open)
        {
            yield return gate is { IsGreen: true } && gate.Head == pull.Head ? StateStep.Clear : StateStep.Block;
        }

        if (pull.State == PullState.Merged && fix.Oddity != Oddity.MergedElsewhere)
        {
            yield return StateStep.Merge;
        }

        if (fix.ReleasedAt is not null)
        {
            yield return StateStep.Release;
        }

        if (fix.PublishedAt is not null)
        {
            yield return StateStep.Publish;
        }
    }
}
