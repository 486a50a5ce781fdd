using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Commands.Verbs;

/// <summary>Stops the clocks while nothing can be done.</summary>
internal sealed class PauseVerb() : Verb(new(
    "pause",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Of(ArgumentRule.Word("reporter")), Form.Of(ArgumentRule.Word("store")), Form.Of(ArgumentRule.Word("blocked"), new ArgumentRule("#n", ArgumentKind.Issue, []))],
    [],
    "Stops the clocks while everybody waits for the reporter, the store or another issue.",
    "/hotfix pause blocked #12",
    "The clocks run as if it had not been said."))
{
    public override Ruling Decide(CommandCall call)
    {
        var reason = call.Command.Arguments[0] switch { "reporter" => PauseReason.Reporter, "store" => PauseReason.Store, _ => PauseReason.Issue };

        if (call.Profile.Clocks.Pauses.FirstOrDefault(rule => rule.Reason == reason) is not { } pause)
        {
            return new Ruling.Refused(Replies.NoPauseLabel(reason));
        }

        if (reason == PauseReason.Issue && call.Facts.Other is not { } && call.Command.Arguments.Count > 1)
        {
            return new Ruling.Refused(Replies.NoSuchIssue(call.Command.Arguments[1]));
        }

        if (call.Facts.Other?.Number == call.Current.Issue.Number)
        {
            return new Ruling.Refused(Replies.WaitsForItself);
        }

        if (Course.Of(call.Current.Events, [pause])?.Waiting is not null)
        {
            return new Ruling.Refused(Replies.PausedAlready);
        }

        ClockEvent paused = new(ClockEventKind.Paused, call.Moment, call.Facts.Issue.Delivery, Reason: reason, Label: pause.Label, By: call.Given.By.Login, On: call.Facts.Other?.Number);
        var next = call.Current with { Events = Limits.Keep(Course.InOrder([.. call.Current.Events, paused])) };

        return call.Told(next, $"paused for {call.Command.Arguments[0]}", new ChangeLabels(call.Current.Issue, [LabelRules.OfPause(pause)], [], call.Current.Labels));
    }
}
