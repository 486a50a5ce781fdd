using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands.Verbs;

/// <summary>Sets the severity, as the label does.</summary>
internal sealed class SeverityVerb() : Verb(new(
    "severity",
    VerbPlace.Issue,
    RepositoryRole.Triage,
    [Form.Of(ArgumentRule.OneOf("severity", Typed.All<Severity>()))],
    [new("reason", "text", TakesText: true)],
    "Sets the severity; it stands until somebody takes its label off.",
    "/hotfix severity P1 --reason only old versions",
    "The severity from before counts again."))
{
    public override Ruling Decide(CommandCall call)
    {
        var severity = Typed.Parse<Severity>(call.Command.Arguments[0]);
        var off = call.Profile.Severities[severity].Label.Name;
        var isOff = LabelRules.Has(call.Current.TakenOff, off);

        // A label that a person took off counts as ours still, and comes back on only when it does not.
        var next = call.Current with
        {
            SeverityByHand = severity,
            TakenOff = [.. call.Current.TakenOff.Where(name => !LabelRules.Same(name, off))],
            Labels = isOff ? [.. call.Current.Labels.Where(name => !LabelRules.Same(name, off))] : call.Current.Labels,
        };

        return call.Again(call.Command.Flag("reason") is { } reason ? next with { Notes = Notes.With(next, call, $"{severity}: {reason}") } : next, $"severity {severity}");
    }
}
