using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Every public sentence, in one place: what the bot says, it says like one careful person. Somebody else's words come in only through <see cref="Quote"/>.</summary>
internal static class Sentences
{
    public static string Headline(Assessment assessment, Profile profile) =>
        $"{assessment.Severity.Value} {profile.Severities[assessment.Severity.Value].Title} · {profile.Decisions[assessment.Decision].Title}";

    public static string Severity(Assessment assessment, Profile profile) => assessment switch
    {
        { Source: SeveritySource.Label } => "a person set it by label, and that stands until the label is taken off.",
        { Source: SeveritySource.Declared } => $"the report says so itself: {Found(assessment.Severity.Evidence)}.",
        { Source: SeveritySource.Keywords } => $"{Found(assessment.Severity.Evidence)} is a word for {profile.Severities[assessment.Severity.Value].Title}.",
        _ => "nothing in the report says how bad it is, so the profile's default applies.",
    };

    public static string Impact(Assessment assessment, Profile profile) => Of(profile.Impacts[assessment.Impact.Value].Title, assessment.Impact.Evidence);

    public static string Frequency(Assessment assessment, Profile profile) => Of(profile.Frequencies[assessment.Frequency.Value].Title, assessment.Frequency.Evidence);

    public static string BetaCritical(Evidence words, Profile profile) => $"× {profile.BetaCritical.Factor:0.##}, because {Found(words)} stops a beta.";

    public static string CoreFeature(Evidence words, Profile profile) => $"× {profile.CoreFeatures.Factor:0.##}, because {Found(words)} is a core feature.";

    public static string Decision(Assessment assessment, Profile profile) => assessment.Rule is { } rule
        ? $"{profile.Decisions[assessment.Decision].Title}, by the rule `{rule}` of the profile `{profile.Name}`."
        : $"{profile.Decisions[assessment.Decision].Title}, because no rule of the profile `{profile.Name}` fits.";

    public static string Correction => "Wrong? Put the right `severity:` label on, or edit the report: it is read again.";

    private static string Of(string title, Evidence? evidence) => evidence is null ? $"{title}." : $"{title}: {Found(evidence)}.";

    private static string Found(Evidence? evidence) => $"{Quote.Code(evidence!.Words)} in the {(evidence.Place == Place.Title ? "title" : "text")}";
}
