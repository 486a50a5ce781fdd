using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Sets the kind of harm.</summary>
internal sealed class ImpactVerb() : Verb(new(
    "impact",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Of(ArgumentRule.OneOf("impact", [.. Typed.All<Impact>().Skip(1)]))],
    [],
    "Says what kind of harm it does; the score follows.",
    "/hotfix impact data_loss",
    "The report's own words count again."))
{
    public override Ruling Decide(CommandCall call) => call.Again(call.Current with { ImpactByHand = Typed.Parse<Impact>(call.Command.Arguments[0]) }, $"impact {call.Command.Arguments[0]}") switch
    {
        Ruling.Done { Next.Assessment.Severity: null } => new Ruling.Refused(Replies.NoScore),
        var told => told,
    };
}
