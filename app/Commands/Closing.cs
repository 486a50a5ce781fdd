using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;
using Hotfix.Triage.Owners;

namespace Hotfix.Commands;

/// <summary>An issue is closed by command: what its own delivery would tell, were it not ours.</summary>
internal static class Closing
{
    /// <param name="step">Whether it is done with or given up.</param>
    public static Ruling Of(CommandCall call, CloseReason reason, StateStep step, string outcome, long? duplicateOf = null)
    {
        var current = call.Current;

        if (Transitions.Next(current.State, step) is not { } state)
        {
            return new Ruling.Refused(Replies.NotFromHere(call.Command.Verb, current));
        }

        var noted = call.Command.Flag("reason") is { } why ? current with { Notes = Notes.With(current, call, $"{outcome}: {why}") } : current;
        var closed = Ownerships.Release(noted, state, outcome);
        var next = closed.Next! with
        {
            Events = Limits.Keep(Course.InOrder([.. current.Events, new(ClockEventKind.Closed, call.Moment, call.Facts.Issue.Delivery)])),

            // What was seen of the issue before now is older than its being closed.
            UpdatedAt = call.Moment,
        };

        return new Ruling.Done(next, [call.Remembering(next), new CloseIssue(current.Issue, reason, duplicateOf), .. closed.Effects, .. PullRequest(current, step)], outcome, null, NextStep.Card);
    }

    /// <summary>Who gives up closes the pull request; the branch stays, since there is work of people on it.</summary>
    private static Effect[] PullRequest(Domain.Hotfix current, StateStep step) =>
        step == StateStep.Abandon && current.Fix?.Pull is { State: PullState.Draft or PullState.Open } pull ? [new SetPullRequestOpen(current.Issue, pull.Number, false)] : [];
}
