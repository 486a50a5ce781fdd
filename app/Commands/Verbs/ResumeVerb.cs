using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Commands.Verbs;

/// <summary>Lets the clocks run again.</summary>
internal sealed class ResumeVerb() : Verb(new(
    "resume",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Alone],
    [],
    "Lets the clocks run again.",
    "/hotfix resume",
    "The clocks stand still as before."))
{
    public override Ruling Decide(CommandCall call)
    {
        Values<PauseRule> open = [.. call.Profile.Clocks.Pauses.Where(pause => Course.Of(call.Current.Events, [pause])?.Waiting is not null)];

        if (open.Count == 0)
        {
            return new Ruling.Refused(Replies.NothingPaused);
        }

        var resumed = open.Select(pause => new ClockEvent(ClockEventKind.Resumed, call.Moment, call.Facts.Issue.Delivery, Reason: pause.Reason, Label: pause.Label, By: call.Given.By.Login));
        var next = call.Current with { Events = Limits.Keep(Course.InOrder([.. call.Current.Events, .. resumed])) };

        return call.Told(next, "resumed", new ChangeLabels(call.Current.Issue, [], [.. open.Select(LabelRules.OfPause)], call.Current.Labels));
    }
}
