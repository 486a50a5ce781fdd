using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Judges the gate now.</summary>
internal sealed class CheckVerb() : Verb(new(
    "check",
    VerbPlace.Both,
    RepositoryRole.Read,
    [Form.Alone],
    [],
    "Judges the gate of the hotfix's pull request anew, from what is at GitHub now.",
    "/hotfix check",
    "There is nothing to take back: it only looks.")
{
    TellsNothing = true,
})
{
    public override Ruling Decide(CommandCall call) => call.Gated is null ? new Ruling.Refused(Replies.NoGate) : new Ruling.Done(call.Current, [], "to be judged");
}
