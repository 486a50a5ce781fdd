using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Which labels an assessment asks for, and what has to change on the issue. GitHub compares label names without regard to case; so does this.</summary>
internal static class LabelRules
{
    public static Values<Label> Wanted(Assessment assessment, Profile profile) =>
    [
        .. One(assessment.Severity is { } severity ? profile.Severities[severity].Label : null),
        .. One(profile.Impacts[assessment.Impact.Value].Label),
        .. One(profile.Kinds[assessment.Kind.Value].Label),
        .. One(profile.Decisions[assessment.Decision].Label),
    ];

    /// <summary>
    /// Only what changed since the last decision: a label of ours that a person took off stays off until triage comes to another result.
    /// Labels that triage never put on are not touched.
    /// </summary>
    public static IEnumerable<Effect> Difference(Values<string> before, Values<Label> wanted, IssueSnapshot issue)
    {
        Values<Label> add = [.. wanted.Where(label => !Has(before, label.Name) && !Has(issue.Labels, label.Name))];
        Values<string> remove = [.. before.Where(name => !wanted.Any(label => Same(label.Name, name)) && Has(issue.Labels, name))];

        if (add.Count + remove.Count > 0)
        {
            yield return new ChangeLabels(issue.Id, add, remove);
        }
    }

    /// <summary>The severity a label stands for in this profile, or null.</summary>
    public static Severity? SeverityOf(string label, Profile profile) =>
        profile.Severities.Where(rule => Same(rule.Value.Label.Name, label)).Select(rule => (Severity?)rule.Key).FirstOrDefault();

    /// <summary>The worst severity among labels that were on before triage saw the issue.</summary>
    public static Severity? SeverityAmong(Values<string> labels, Profile profile) =>
        labels.Select(label => SeverityOf(label, profile)).Where(severity => severity is not null).Min();

    private static Label[] One(Label? label) => label is null ? [] : [label];

    private static bool Has(Values<string> names, string name) => names.Any(other => Same(other, name));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
