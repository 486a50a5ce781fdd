using Hotfix.Domain;

namespace Hotfix.Commands.Verbs;

/// <summary>Sets how many are hit.</summary>
internal sealed class FrequencyVerb() : Verb(new(
    "frequency",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Of(ArgumentRule.OneOf("frequency", [.. Typed.All<Frequency>().Skip(1)]))],
    [],
    "Says how many users are hit; the score follows.",
    "/hotfix frequency widespread",
    "The report's own words count again."))
{
    public override Ruling Decide(CommandCall call) => call.Again(call.Current with { FrequencyByHand = Typed.Parse<Frequency>(call.Command.Arguments[0]) }, $"frequency {call.Command.Arguments[0]}") switch
    {
        Ruling.Done { Next.Assessment.Severity: null } => new Ruling.Refused(Replies.NoScore),
        var told => told,
    };
}
