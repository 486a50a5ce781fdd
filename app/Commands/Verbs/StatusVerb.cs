using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Where it stands.</summary>
internal sealed class StatusVerb() : Verb(new(
    "status",
    VerbPlace.Both,
    RepositoryRole.Read,
    [Form.Alone],
    [],
    "Says where it stands, who is on it, and what comes next.",
    "/hotfix status",
    "An answer is nothing to take back.")
{
    IsQuestion = true,
})
{
    public override Ruling Decide(CommandCall call) => new Ruling.Done(call.Current, [], "status", StatusText.Of(call.Current, call.Facts.Issue.Process));
}
