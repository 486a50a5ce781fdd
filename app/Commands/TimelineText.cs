using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Commands;

/// <summary>What happened when, oldest first: from the journal, the clocks' events and what people wrote. Times are UTC.</summary>
internal static class TimelineText
{
    /// <summary>Lines; of more, the oldest are counted and left out, so that a comment holds it.</summary>
    private const int Most = 150;

    public static string Of(Domain.Hotfix hotfix, Values<Deed> journal)
    {
        var lines = InOrder(hotfix, journal);
        var left = Math.Max(0, lines.Count - Most);

        return string.Join(
            '\n',
            [
                $"### Timeline of #{hotfix.Issue.Number}",
                "",
                .. left > 0 ? [$"- {left} earlier lines are left out."] : Array.Empty<string>(),
                .. lines.Skip(left).Select(entry => $"- {Sentences.At(entry.At)}: {entry.Text}"),
            ]);
    }

    /// <summary>The same as data, oldest first. GitHub's times are whole seconds: what happened within one stands in the order in which it was done, what somebody said before what came of it.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string Text)> InOrder(Domain.Hotfix hotfix, Values<Deed> journal) =>
        [.. Entries(hotfix, [.. journal.GroupBy(deed => deed.Delivery).SelectMany(deeds => deeds.OrderBy(deed => deed.Effect is not LogCommand))]).OrderBy(entry => entry.At.ToUnixTimeSeconds())];

    /// <summary>In no order: a time and a sentence each.</summary>
    public static IEnumerable<(DateTimeOffset At, string Text)> Entries(Domain.Hotfix hotfix, Values<Deed> journal) =>
        Telling(hotfix.Events).Select(Told).Concat(journal.Select(Done)).OfType<(DateTimeOffset, string)>()
            .Concat(hotfix.Notes.Select(note => (note.At, $"{Quote.Code(note.By)}: {Quote.Long(note.Text, Notes.MaxCharacters)}")));

    /// <summary>Of what is told again and again, the first: the response that counts, and the closing that GitHub tells us of after we did it.</summary>
    private static IEnumerable<ClockEvent> Telling(Values<ClockEvent> events)
    {
        var (isAnswered, isClosed) = (false, false);

        foreach (var told in events)
        {
            var isNew = told.Kind switch
            {
                ClockEventKind.Responded => !isAnswered,
                ClockEventKind.Closed => !isClosed,
                ClockEventKind.Reopened => isClosed,
                _ => true,
            };

            isAnswered |= told.Kind == ClockEventKind.Responded;
            isClosed = told.Kind == ClockEventKind.Closed || (isClosed && told.Kind != ClockEventKind.Reopened);

            if (isNew)
            {
                yield return told;
            }
        }
    }

    private static (DateTimeOffset At, string Text)? Told(ClockEvent told) => told switch
    {
        { Kind: ClockEventKind.Opened } => (told.At, told.Source == Timeline.FirstSeen ? "first seen" : "reported"),
        { Kind: ClockEventKind.Rated, Severity: { } severity } => (told.At, $"triaged as {severity}"),
        { Kind: ClockEventKind.Responded, By: { } by } => (told.At, $"{Quote.Code(by)} responded"),
        { Kind: ClockEventKind.Paused } => (told.At, $"the clocks stand still{By(told)}: {Sentences.Waiting(told.Reason ?? default, told.On is { } on ? [on] : [])}"),
        { Kind: ClockEventKind.Resumed, By: not null } => (told.At, $"the clocks run again{By(told)}"),
        { Kind: ClockEventKind.Closed } => (told.At, "closed"),
        { Kind: ClockEventKind.Reopened } => (told.At, "reopened"),
        { Kind: ClockEventKind.Released } => (told.At, "released"),
        _ => null,
    };

    private static (DateTimeOffset At, string Text)? Done(Deed deed) => deed.Effect switch
    {
        LogCommand { Command: { IsUndone: false } done } => (done.At, $"{Quote.Code(done.By)} said {Quote.Code(done.Line)}"),
        LogCommand { Command: var undone } => (deed.At, $"{Quote.Code(undone.Line)} was taken back"),
        AssignOwner or HandOver when deed.Outcome is { } outcome => (deed.At, Quote.Plain(outcome)),
        CreateBranch create => (deed.At, $"branch {Quote.Code(create.Branch)}: {deed.Outcome}"),
        CommitFiles commit => (deed.At, $"{Quote.Code(commit.Message)} on {Quote.Code(commit.Branch)}"),
        KeepBuild kept => (kept.Build.At, Sentences.Told(kept)),
        OpenPullRequest => (deed.At, $"{deed.Outcome} opened"),
        Remember { Is.State: not (HotfixState.Closed or HotfixState.Released) } told when told.Was.State != told.Is.State => (told.At, Replies.Named(told.Is.State)),
        Remember { Is.Fix.Oddity: { } oddity } told when told.Was.Fix?.Oddity != oddity => (told.At, Sentences.Oddity(told.Is.Fix)),
        _ => null,
    };

    private static string By(ClockEvent told) => told.By is { } by ? $", as {Quote.Code(by)} said" : "";
}
