using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Every public sentence, in one place: what the bot says, it says like one careful person. Somebody else's words come in only through <see cref="Quote"/>.</summary>
internal static partial class Sentences
{
    public const string Correction = "Wrong? Put the right `severity:` label on, or edit the report: it is read again.";

    public const string NoBugCorrection = "Wrong? Put a `severity:` label on, and it is treated as a bug.";

    public static string Headline(Assessment assessment, Profile profile) => assessment.Severity is { } severity
        ? $"{severity} {profile.Severities[severity].Title} · {profile.Decisions[assessment.Decision].Title}"
        : char.ToUpperInvariant(profile.Kinds[assessment.Kind.Value].Name[0]) + profile.Kinds[assessment.Kind.Value].Name[1..];

    /// <summary>The one question that would decide: what was vague is asked back, and only where nothing was said at all it is asked from the beginning.</summary>
    public static string Says(Assessment assessment, Profile profile) => assessment.Kind is { Value: Domain.Kind.Unclear, Evidence: { } vague }
        ? $"Thank you for writing. The report says {Quote.Code(vague.Words)}: which part is that, and what happens instead of what should? One sentence is enough: answer here, and the report is read again."
        : profile.Kinds[assessment.Kind.Value].Says ?? "";

    /// <summary>What it was taken for, and by which words.</summary>
    public static string Kind(Assessment assessment, Profile profile) => Of(profile.Kinds[assessment.Kind.Value].Name, assessment.Kind.Evidence);

    public static string Severity(Assessment assessment, Profile profile) => assessment.Source switch
    {
        SeveritySource.Person => "a person set it, and that stands until the label is taken off.",
        SeveritySource.Declared => $"the report says so itself ({Found(assessment.Declared!.Evidence!)}){Agreement(assessment)}",
        SeveritySource.Claims => $"{Found(assessment.Found!.Evidence!)}.",
        _ => $"no words that Hotfix knows say how bad it is, so it is taken for {profile.Severities[profile.Otherwise].Title} until a person has read it.",
    };

    /// <summary>Said where the reporter states one severity and the report another, too far apart to go by what is stated.</summary>
    public static string Disagreement(Assessment assessment, Profile profile) =>
        $"declared {assessment.Declared!.Value} ({Found(assessment.Declared.Evidence!)}), found {assessment.Found?.Value ?? profile.Otherwise}. They are more than {Steps(profile.DeclaredWithin)} apart, so what was found counts.";

    public static string Impact(Assessment assessment, Profile profile) => assessment.Impact.Evidence is null
        ? $"not said; taken for {profile.Impacts[assessment.Impact.Value].Title}."
        : Of(profile.Impacts[assessment.Impact.Value].Title, assessment.Impact.Evidence);

    public static string Frequency(Assessment assessment, Profile profile) => Of(profile.Frequencies[assessment.Frequency.Value].Title, assessment.Frequency.Evidence);

    public static string BetaCritical(Evidence words, Profile profile) => $"× {profile.BetaCritical.Factor:0.##}, because {Found(words)} speaks of what stops a beta.";

    public static string CoreFeature(Evidence words, Profile profile) => $"× {profile.CoreFeatures.Factor:0.##}, because {Found(words)} speaks of a core feature.";

    public static string Workaround(Evidence words) => $"{Found(words)}: it can be lived with for a while.";

    public static string Regression(Evidence words) => $"{Found(words)}: it worked before.";

    /// <param name="link">Where the rule can be read, or null.</param>
    public static string Decision(Assessment assessment, Profile profile, string? link = null) => assessment.IsPutOff
        ? $"{profile.Decisions[assessment.Decision].Title}, because a person said so."
        : assessment.Rule is { } rule
        ? $"{profile.Decisions[assessment.Decision].Title}, by the rule {(link is null ? $"`{rule}`" : $"[`{rule}`]({link})")} of the profile `{profile.Name}`."
        : $"{profile.Decisions[assessment.Decision].Title}, because {(assessment.Source == SeveritySource.Otherwise ? "too little of it is understood" : $"no rule of the profile `{profile.Name}` fits")}.";

    /// <summary>What happens now; a batch says how many are looked at and how often.</summary>
    public static string NextStep(DecisionRule decision) => decision.Batch is { } batch
        ? decision.NextStep.Replace("{size}", $"{batch.Size}", StringComparison.Ordinal).Replace("{every}", batch.Every == new Span(1, TimeSpan.Zero) ? "day" : $"{batch.Every}", StringComparison.Ordinal)
        : decision.NextStep;

    public static string TakenOff(Values<string> labels) =>
        $"A person took {string.Join(", ", labels.Select(Quote.Code))} off; {(labels.Count == 1 ? "it stays" : "they stay")} off until somebody puts {(labels.Count == 1 ? "it" : "them")} back.";

    private static string Agreement(Assessment assessment) => assessment.Found is { } found && found.Value != assessment.Declared!.Value
        ? $"; what it claims would make it {found.Value} ({Found(found.Evidence!)})."
        : ".";

    private static string Steps(int count) => count == 1 ? "one step" : $"{count} steps";

    private static string Of(string title, Evidence? evidence) => evidence is null ? $"{title}." : $"{title}: {Found(evidence)}.";

    private static string Found(Evidence evidence) => $"{Quote.Code(evidence.Words)} {Where(evidence.Place)}";

    private static string Where(Place place) => place switch
    {
        Place.Title => "in the title",
        Place.Actual => "under what happened",
        Place.Steps => "in the steps",
        Place.Reply => "in the answer",
        Place.Log => "in the log",
        Place.Form => "in the form",
        Place.Command => "by command",
        _ => "in the text",
    };
}
