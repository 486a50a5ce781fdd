namespace Hotfix.Domain;

/// <summary>A team's process as numbers and words. Built-in profiles are YAML under app/Profiles; unknown keys are refused when they are read.</summary>
internal sealed record Profile(
    string Name,
    IReadOnlyDictionary<Severity, SeverityRule> Severities,
    Severity Otherwise,
    IReadOnlyDictionary<Impact, ImpactRule> Impacts,
    IReadOnlyDictionary<Frequency, FrequencyRule> Frequencies,
    PhraseFactor BetaCritical,
    PhraseFactor CoreFeatures,
    ScoreRule Score,
    Values<TriageRule> Rules,
    IReadOnlyDictionary<Decision, DecisionRule> Decisions);

/// <summary>What a severity weighs and by which words it is known: <paramref name="Declared"/> after "Severity:" or in brackets, <paramref name="Keywords"/> anywhere in the prose.</summary>
internal sealed record SeverityRule(string Title, decimal Weight, Label Label, Values<string> Declared, Values<string> Keywords);

internal sealed record ImpactRule(string Title, decimal Multiplier, Values<string> Keywords, Label? Label);

/// <param name="AbovePercent">The band starts above this share of users, in percent; null for the band that says nothing.</param>
internal sealed record FrequencyRule(string Title, decimal Bonus, Values<string> Keywords, decimal? AbovePercent);

internal sealed record PhraseFactor(decimal Factor, Values<string> Phrases);

internal sealed record ScoreRule(decimal Scale, decimal Cap);

/// <summary>A rule fires when every condition it states holds; a condition left out holds always.</summary>
internal sealed record TriageRule(
    string Name,
    Decision Decision,
    Values<Severity> Severities,
    decimal? ScoreAtLeast,
    decimal? ScoreBelow,
    Frequency? FrequencyAtLeast,
    bool? CoreFeature);

internal sealed record DecisionRule(string Title, string NextStep, Label Label);
