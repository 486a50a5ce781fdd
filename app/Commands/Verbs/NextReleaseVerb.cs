using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>No hotfix: it can wait.</summary>
internal sealed class NextReleaseVerb() : Verb(new(
    "next-release",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Alone],
    [],
    "Puts it off to the next release: no hotfix is made.",
    "/hotfix next-release",
    "The rules decide again."))
{
    public override Ruling Decide(CommandCall call) => Transitions.Next(call.Current.State, StateStep.PutOff) is { } state
        ? call.Again(call.Current with { State = state }, "next release")
        : new Ruling.Refused(Replies.NotFromHere(Rule.Name, call.Current));
}
