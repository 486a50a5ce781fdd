using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Closes the issue as done.</summary>
internal sealed class CloseVerb() : Verb(new(
    "close",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Alone],
    [new("reason", "text", TakesText: true)],
    "Closes the issue as completed.",
    "/hotfix close --reason fixed by an update of the browser",
    "The issue is opened again.")
{
    CanRehearse = true,
    LooksAtFollowUps = true,
})
{
    public override Ruling Decide(CommandCall call) => call.Facts.FollowUps.FirstOrDefault(known => !known.IsDone) is { } open
        ? new Ruling.Refused(Replies.NotFollowedUp(open))
        : Closing.Of(call, CloseReason.Completed, StateStep.Close, "closed");
}
