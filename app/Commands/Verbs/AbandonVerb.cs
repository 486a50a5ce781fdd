using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Gives the hotfix up.</summary>
internal sealed class AbandonVerb() : Verb(new(
    "abandon",
    VerbPlace.Issue,
    RepositoryRole.Write,
    [Form.Alone],
    [new("reason", "text", TakesText: true)],
    "Gives the hotfix up: its pull request is closed, its branch stays, and the issue is closed as not planned.",
    "/hotfix abandon --reason the feature goes away",
    "Issue and pull request are opened again.")
{
    CanRehearse = true,
})
{
    public override Ruling Decide(CommandCall call) => Closing.Of(call, CloseReason.NotPlanned, StateStep.Abandon, "abandoned");
}
