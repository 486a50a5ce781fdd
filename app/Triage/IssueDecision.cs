using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Decides what an event on an issue means: facts in, plan out. What already holds is not done again.</summary>
internal sealed class IssueDecision(Profile profile)
{
    private readonly Assessor assessor = new(profile);

    public Plan Decide(IssueEvent happened, Domain.Hotfix? current)
    {
        var issue = happened.Issue;
        var known = current ?? new(issue.Id, HotfixState.Reported, issue.UpdatedAt, null, LabelRules.SeverityAmong(issue.Labels, profile), [], null);

        return happened switch
        {
            _ when current?.State == HotfixState.Deleted => new(current, [], "the issue is gone"),
            _ when issue.UpdatedAt < known.UpdatedAt => new(current, [], "older than what was decided"),
            IssueGone => new(Seen(known, issue) with { State = HotfixState.Deleted }, [], "gone"),
            IssueClosed => new(Seen(known, issue) with { State = HotfixState.Closed }, [], "closed"),
            IssueLabeled labeled when LabelRules.SeverityOf(labeled.Label, profile) is { } severity => Triage(Seen(known, issue) with { SeverityByLabel = severity }, issue),
            IssueUnlabeled unlabeled when LabelRules.SeverityOf(unlabeled.Label, profile) is { } severity => Triage(Seen(known, issue) with { SeverityByLabel = Without(known, severity) }, issue),
            IssueLabeled or IssueUnlabeled => new(Seen(known, issue), [], "not a label of ours"),
            _ when !issue.IsOpen => new(Seen(known, issue), [], "closed issues are left alone"),
            _ => Triage(Seen(known, issue), issue),
        };
    }

    public bool LooksCritical(IssueSnapshot issue) => assessor.Assess(issue.Report, LabelRules.SeverityAmong(issue.Labels, profile)).Severity == Severity.P0;

    private static Domain.Hotfix Seen(Domain.Hotfix known, IssueSnapshot issue) => known with { Issue = issue.Id, UpdatedAt = issue.UpdatedAt };

    private static Severity? Without(Domain.Hotfix known, Severity taken) => known.SeverityByLabel == taken ? null : known.SeverityByLabel;

    private Plan Triage(Domain.Hotfix known, IssueSnapshot issue)
    {
        var assessment = assessor.Assess(issue.Report, known.SeverityByLabel);
        var wanted = LabelRules.Wanted(assessment, profile);
        var next = known with { State = HotfixState.Triaged, Assessment = assessment, Labels = [.. wanted.Select(label => label.Name)] };

        return new(
            next,
            [.. LabelRules.Difference(known.Labels, wanted, issue), new WriteCard(issue.Id, CardText.Write(assessment, profile))],
            assessment.Severity is { } severity ? $"{severity} {profile.Decisions[assessment.Decision].Title}" : profile.Kinds[assessment.Kind.Value].Name);
    }
}
