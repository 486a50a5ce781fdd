using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>A command that may be carried out, and what its verb looks at.</summary>
internal sealed record CommandCall(Command Command, GivenCommand Given, Domain.Hotfix Current, CommandFacts Facts)
{
    public Profile Profile => Facts.Issue.Process.Profile;

    /// <summary>The gate of the hotfix's open pull request; null where there is none.</summary>
    public GateState? Gated => Current.Fix?.Pull is { State: PullState.Draft or PullState.Open } ? Current.Gate ?? new() : null;

    /// <summary>Now; but never before what GitHub has told already, should its clock be ahead of ours.</summary>
    public DateTimeOffset Moment => Facts.Now > Current.UpdatedAt ? Facts.Now : Current.UpdatedAt;

    /// <summary>The issue as it is by now. What the comment's delivery showed may be older than what other commands of the same comment did: of the labels that triage gives, those of the aggregate count.</summary>
    public IssueSnapshot Issue => new(
        Current.Issue,
        Given.Snapshot?.Author ?? default,
        Facts.Report ?? Given.Snapshot?.Report ?? new("", ""), // what was read last is newer than what the comment's delivery showed
        [.. Current.Labels.Where(label => !LabelRules.Has(Current.TakenOff, label)).Concat((Given.Snapshot?.Labels ?? []).Where(label => !LabelRules.IsOfTriage(label, Profile))).Distinct(StringComparer.OrdinalIgnoreCase)],
        true,
        Current.UpdatedAt,
        Current.Owner?.Login is { } owner ? [owner] : Current.Assessment is null ? Given.Snapshot?.Assignees ?? [] : [],
        Current.OpenedAt);

    /// <summary>Done, with what people told changed, and the report read again by it.</summary>
    public Ruling Again(Domain.Hotfix next, string outcome)
    {
        var plan = new IssueDecision(Facts.Issue).Again(next, Issue);

        return new Ruling.Done(plan.Next, [Remembering(next with { Owner = plan.Next!.Owner }), .. plan.Effects], outcome, null, plan.Then, plan.Read);
    }

    /// <summary>Done, with what people told changed.</summary>
    public Ruling Told(Domain.Hotfix next, string outcome, params IReadOnlyList<Effect> effects) => new Ruling.Done(next, [Remembering(next), .. effects], outcome, null, NextStep.Card);

    public Remember Remembering(Domain.Hotfix next) => new(Current.Issue, Memory.Of(Current), Memory.Of(next), Facts.Now);
}
