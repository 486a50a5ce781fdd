using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Commands;

/// <summary>Branch, tag and pull request of a fix as GitHub has them now. An event only tells that something happened; what is true is read, so that events may be lost, come twice or out of order.</summary>
/// <param name="Pull">Null where there is none of the number any more.</param>
/// <param name="Branch">The hotfix branch's commit; null when it is gone.</param>
/// <param name="IsTagged">The tag of the fix's version is there.</param>
internal sealed record FixFacts(IssueFacts Issue, FixPull? Pull, string? Branch, bool IsTagged);

/// <summary>What happens to a fix by hand, or by the way of things: each leads to a state that is true, and to a sentence on the card where it is no step of the way.</summary>
internal static class FixDecision
{
    public static Plan Decide(RepositoryEvent happened, Domain.Hotfix current, FixFacts facts)
    {
        var before = current.Fix!;
        var pull = facts.Pull ?? before.Pull;
        var isMerged = pull?.State == PullState.Merged && pull.Base == before.Base;
        var released = happened is ReleasePublished release && release.Tag == before.Tag ? release.At : before.ReleasedAt;

        // What was released before the merge does not have the fix.
        var seen = before with { Pull = pull, Head = facts.Branch, ReleasedAt = isMerged ? released : null };
        var fix = seen with { Oddity = current.State.IsOpen() ? OddityOf(happened, seen, facts.IsTagged) : null };
        var next = current with { Fix = fix, State = current.State.Following(fix, current.Gate), Events = Released(current, before, fix, facts) };

        return next == current
            ? new(current, [], "nothing new about the fix")
            : new Timekeeping(facts.Issue).Finish(new(next, [new Remember(current.Issue, Memory.Of(current), Memory.Of(next), At(happened, facts))], Outcome(current, next), NextStep.Card), current, current.UpdatedAt);
    }

    /// <summary>The one that matters most. That commits were lost stands until the branch moves on in the usual way.</summary>
    private static Oddity? OddityOf(RepositoryEvent happened, Fix fix, bool isTagged) => fix.Pull switch
    {
        { State: PullState.Merged, Base: var @base } => @base == fix.Base ? null : Oddity.MergedElsewhere,
        { State: PullState.Closed } when fix.Head is not null => Oddity.PullClosed,
        _ when fix.Head is null => Oddity.BranchGone,
        { Base: var @base } when @base != fix.Base => Oddity.Retargeted,
        _ when isTagged => Oddity.TaggedEarly,
        _ => happened switch
        {
            BranchMoved { IsForced: true } or FilesPushed { IsForced: true } => Oddity.Rewritten,
            BranchMoved or FilesPushed => null,
            _ => fix.Oddity == Oddity.Rewritten ? Oddity.Rewritten : null,
        },
    };

    private static Values<ClockEvent> Released(Domain.Hotfix current, Fix before, Fix fix, FixFacts facts) => fix.ReleasedAt is { } at && before.ReleasedAt is null && fix.Pull?.State == PullState.Merged
        ? Limits.Keep(Course.InOrder([.. current.Events, new(ClockEventKind.Released, at, facts.Issue.Delivery)]))
        : current.Events;

    private static DateTimeOffset At(RepositoryEvent happened, FixFacts facts) => happened switch
    {
        PullRequestChanged { At: var at } when at != default => at,
        ReleasePublished { At: var at } => at,
        _ => facts.Issue.ReceivedAt,
    };

    private static string Outcome(Domain.Hotfix before, Domain.Hotfix after) =>
        before.State != after.State ? $"{after.State}" : after.Fix!.Oddity is { } oddity && before.Fix!.Oddity != oddity ? $"{oddity}" : "the fix moved on";
}
