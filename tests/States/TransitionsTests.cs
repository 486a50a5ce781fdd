using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.States;

public sealed class TransitionsTests
{
    private static readonly HotfixState[] States = Enum.GetValues<HotfixState>();

    /// <summary>In the order in which they come.</summary>
    private static readonly HotfixState[] Done = [HotfixState.Merged, HotfixState.Released, HotfixState.Published];

    private static readonly Gen<HotfixState> AnyState = Gen.Elements(States);

    private static readonly Gen<Fix?> AnyFix =
        from state in Gen.Elements(Enum.GetValues<PullState>().Cast<PullState?>().Append(null))
        from isReleased in Gen.Elements(true, false)
        from isPublished in Gen.Elements(true, false)
        from oddity in Gen.Elements(Enum.GetValues<Oddity>().Cast<Oddity?>().Append(null))
        from isThere in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        select isThere ? Of(state, isReleased, oddity, isPublished) : null;

    [Fact]
    public void No_state_has_two_ways_by_one_step() => Assert.Distinct(Transitions.Table.Select(row => (row.From, row.By)));

    [Fact]
    public void Every_state_can_be_come_to() => Assert.Equal(States, Reach(HotfixState.Reported).Order());

    /// <summary>Whatever happens in whatever order: each change of the state is a row of the table, and where there is none, nothing changes.</summary>
    [Fact]
    public void No_sequence_of_steps_leaves_the_table() => Properties.Hold(
        from start in AnyState from steps in Gen.ArrayOf(Gen.Elements(Enum.GetValues<StateStep>())) select (start, steps),
        any =>
        {
            var state = any.start;

            return any.steps.All(step =>
            {
                var before = state;
                state = state.After(step);

                return Transitions.Table.Contains(new(before, step, state)) || (state == before && Transitions.Next(before, step) is null);
            });
        });

    [Fact]
    public void What_is_deleted_stays_so() => Assert.DoesNotContain(Transitions.Table, row => row.From == HotfixState.Deleted);

    [Fact]
    public void Every_open_state_can_be_closed_and_every_state_be_deleted()
    {
        Assert.All(States.Where(state => state.IsOpen()), state => Assert.Equal(HotfixState.Closed, Transitions.Next(state, StateStep.Close)));
        Assert.All(States.Where(state => state != HotfixState.Deleted), state => Assert.Equal(HotfixState.Deleted, Transitions.Next(state, StateStep.Delete)));
    }

    [Fact]
    public void What_became_of_a_fix_never_leads_back_from_what_is_merged_released_or_published() => Properties.Hold(
        from fixes in Gen.ArrayOf(AnyFix) from start in Gen.Elements(Done) select (start, fixes),
        any => any.fixes.Aggregate((State: any.start, Holds: true), (so, fix) => so.State.Following(fix, null) is var next
            ? (next, so.Holds && Array.IndexOf(Done, next) >= Array.IndexOf(Done, so.State))
            : so).Holds);

    [Fact]
    public void It_leads_only_where_the_table_does_and_told_twice_it_leads_no_further() => Properties.Hold(
        from start in AnyState from fix in AnyFix from gate in AnyGate select (start, fix, gate),
        any => any.start.Following(any.fix, any.gate) is var next && Reach(any.start).Contains(next) && next.Following(any.fix, any.gate) == next);

    [Fact]
    public void It_never_opens_again_what_is_over() => Properties.Hold(
        from start in Gen.Elements(HotfixState.Closed, HotfixState.Abandoned, HotfixState.Deleted) from fix in AnyFix select (start, fix),
        any => any.start.Following(any.fix, null) == any.start);

    [Fact]
    public void README_draws_the_table() => MadeText.Check("README.md", "states", StateDrawing.Write(Transitions.Table));

    [Fact]
    public void The_drawing_misses_no_row_and_has_no_other()
    {
        var drawing = StateDrawing.Write(Transitions.Table);

        Assert.Equal(Transitions.Table.Select(row => $"{row}").Order(), StateDrawing.Read(drawing).Select(row => $"{row}").Order());
        Assert.All(Transitions.Table, row => Assert.DoesNotContain(row, StateDrawing.Read(StateDrawing.Write(Transitions.Table.Where(other => other != row)))));
    }

    private static Gen<GateState?> AnyGate => from isGreen in Gen.Elements(true, false) from head in Gen.Elements("a", "b", null) select (GateState?)new GateState(head, IsGreen: isGreen);

    private static HashSet<HotfixState> Reach(HotfixState start)
    {
        HashSet<HotfixState> reached = [start];

        while (Transitions.Table.FirstOrDefault(row => reached.Contains(row.From) && !reached.Contains(row.To)) is { } row)
        {
            reached.Add(row.To);
        }

        return reached;
    }

    private static Fix Of(PullState? pull, bool isReleased, Oddity? oddity, bool isPublished) => new(
        "v1.0.0",
        new('a', 40),
        null,
        "v1.0.1",
        "release/v1.0.0",
        "hotfix/v1.0.1",
        null,
        pull is { } state ? new(2, state, new('b', 40), "release/v1.0.0") : null,
        null,
        default,
        "dana",
        isReleased ? default(DateTimeOffset) : null,
        oddity,
        PublishedAt: isPublished ? default(DateTimeOffset) : null);
}
