using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>The same as another issue.</summary>
internal sealed class DuplicateVerb() : Verb(new(
    "duplicate",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Of(new ArgumentRule("#n", ArgumentKind.Issue, []))],
    [],
    "Closes the issue as a duplicate of another one.",
    "/hotfix duplicate #12",
    "The issue is opened again.")
{
    CanRehearse = true,
})
{
    public override Ruling Decide(CommandCall call) => call.Facts.Other switch
    {
        { Number: var number } when number == call.Current.Issue.Number => new Ruling.Refused(Replies.DuplicateOfItself),
        { IsPullRequest: false } other => Closing.Of(call, CloseReason.Duplicate, StateStep.Close, $"duplicate of #{other.Number}", other.Id),
        { Number: var number } => new Ruling.Refused(Replies.IsPullRequest(number)),
        null => new Ruling.Refused(Replies.NoSuchIssue(call.Command.Arguments[0])),
    };
}
