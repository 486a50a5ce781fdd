using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Reads the report again.</summary>
internal sealed class TriageVerb() : Verb(new(
    "triage",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Alone],
    [],
    "Reads the report again, by today's rules.",
    "/hotfix triage",
    "Reading again changes only what the rules say; there is nothing to take back.")
{
    TellsNothing = true,
})
{
    public override Ruling Decide(CommandCall call) => call.Again(call.Current, "triaged again");
}
