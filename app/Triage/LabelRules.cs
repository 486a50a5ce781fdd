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
        .. One(OfForm(profile.FormLabels.Version, assessment.Version)),
        .. One(OfForm(profile.FormLabels.Platform, assessment.Platform)),
    ];

    /// <summary>Only what changed since the last decision. A label of ours that a person took off stays off; labels that triage never put on are not touched.</summary>
    public static IEnumerable<Effect> Difference(Values<string> before, Values<string> takenOff, Values<Label> wanted, IssueSnapshot issue, Profile profile)
    {
        Values<Label> add = [.. wanted.Where(label => !Has(before, label.Name) && !Has(takenOff, label.Name) && !Has(issue.Labels, label.Name))];
        Values<Label> remove = [.. before.Where(name => !wanted.Any(label => Same(label.Name, name)) && Has(issue.Labels, name)).Select(name => Known(name, profile))];

        if (add.Count + remove.Count > 0)
        {
            yield return new ChangeLabels(issue.Id, add, remove, [.. wanted.Select(label => label.Name)]);
        }
    }

    /// <summary>The severity a label stands for in this profile, or null.</summary>
    public static Severity? SeverityOf(string label, Profile profile) =>
        profile.Severities.Where(rule => Same(rule.Value.Label.Name, label)).Select(rule => (Severity?)rule.Key).FirstOrDefault();

    /// <summary>The worst severity among labels that were on before triage saw the issue.</summary>
    public static Severity? SeverityAmong(Values<string> labels, Profile profile) =>
        labels.Select(label => SeverityOf(label, profile)).Where(severity => severity is not null).Min();

    /// <summary>How a label of ours looks, so that it can be put back as it was.</summary>
    private static Label Known(string name, Profile profile) =>
        All(profile).FirstOrDefault(label => Same(label.Name, name)) ?? OfAnswer(name);

    private static IEnumerable<Label> All(Profile profile) => profile.Severities.Values.Select(rule => rule.Label)
        .Concat(profile.Impacts.Values.Select(rule => rule.Label).Concat(profile.Kinds.Values.Select(rule => rule.Label)).Concat(profile.Decisions.Values.Select(rule => rule.Label)).OfType<Label>());

    /// <summary>A label that triage gives and takes; none that a form's answer made.</summary>
    public static bool IsOfTriage(string name, Profile profile) => All(profile).Any(label => Same(label.Name, name));

    public static Label OfPause(PauseRule pause) => new(pause.Label, "ededed", "The clocks stand still");

    private static Label OfAnswer(string name) => new(name, "ededed", "From the report's form");

    /// <summary>A label of an answer: one line of at most 50 characters, as GitHub wants it.</summary>
    private static Label? OfForm(string? pattern, string? answer)
    {
        if (pattern is null || answer is null || answer.Equals("None", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = pattern.Replace("{0}", Quote.Plain(answer), StringComparison.Ordinal);

        return OfAnswer(string.Concat(name.EnumerateRunes().Take(50)).TrimEnd());
    }

    private static Label[] One(Label? label) => label is null ? [] : [label];

    public static bool Has(Values<string> names, string name) => names.Any(other => Same(other, name));

    public static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
