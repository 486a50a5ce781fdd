namespace Hotfix.Domain;

/// <summary>A team's process as numbers and words. Built-in profiles are YAML under app/Profiles; unknown keys are refused when they are read.</summary>
/// <param name="Otherwise">The severity of a bug that says nothing of how bad it is.</param>
/// <param name="OtherwiseImpact">The impact of such a bug.</param>
/// <param name="DeclaredWithin">A severity the reporter states counts when it is at most so many steps from what is found.</param>
/// <param name="TemplateLines">How the lines begin that a template brought along: its words, not the reporter's.</param>
/// <param name="Bots">Logins of bots whose issues are triaged all the same.</param>
internal sealed record Profile(
    string Name,
    IReadOnlyDictionary<Severity, SeverityRule> Severities,
    Severity Otherwise,
    Impact OtherwiseImpact,
    int DeclaredWithin,
    IReadOnlyDictionary<Impact, ImpactRule> Impacts,
    IReadOnlyDictionary<Frequency, FrequencyRule> Frequencies,
    PhraseFactor BetaCritical,
    FeatureFactor CoreFeatures,
    IReadOnlyDictionary<string, AreaRule> Areas,
    ScoreRule Score,
    Values<TriageRule> Rules,
    IReadOnlyDictionary<Decision, DecisionRule> Decisions,
    IReadOnlyDictionary<Kind, KindRule> Kinds,
    Values<SignalRule> Signals,
    Values<string> Workarounds,
    Values<string> Regressions,
    GrammarRule Grammar,
    IReadOnlyDictionary<Question, Values<string>> Headings,
    Values<string> TemplateLines,
    IReadOnlyDictionary<string, string> Spellings,
    FormLabels FormLabels,
    Values<string> Bots,
    ClockRules Clocks,
    TeamRules Team,
    RollBackFirst? RollBackFirst,
    EffortRules Effort,
    Values<string> Dependencies);

/// <summary>What a severity weighs, and by which words a reporter states it: after "Severity:" or in brackets.</summary>
/// <param name="RespondWithin">From the report to the first act of a person of the team; null for no such clock. Likewise the two after it.</param>
internal sealed record SeverityRule(
    string Title,
    decimal Weight,
    Label Label,
    Values<string> Declared,
    ClockKind Clock,
    Span? RespondWithin,
    Span? FixWithin,
    Span? ReleaseWithin);

internal sealed record ImpactRule(string Title, decimal Multiplier, Label? Label);

/// <param name="People">Words that say how many people are hit; they outrank those that say how often.</param>
/// <param name="Times">Words that say how often it happens.</param>
/// <param name="AbovePercent">The band starts above this share of users, in percent; null for the band that says nothing.</param>
internal sealed record FrequencyRule(string Title, decimal Bonus, Values<string> People, Values<string> Times, decimal? AbovePercent);

internal sealed record PhraseFactor(decimal Factor, Values<string> Phrases);

/// <summary>Features without which the product is nothing, each by a name of its own.</summary>
internal sealed record FeatureFactor(decimal Factor, IReadOnlyDictionary<string, FeatureRule> Features);

internal sealed record FeatureRule(string Title, Values<string> Phrases);

internal sealed record ScoreRule(decimal Scale, decimal Cap);

/// <summary>A rule fires when every condition it states holds; a condition left out holds always.</summary>
internal sealed record TriageRule(
    string Name,
    Decision Decision,
    Values<Severity> Severities,
    decimal? ScoreAtLeast,
    decimal? ScoreBelow,
    Frequency? FrequencyAtLeast,
    bool? CoreFeature,
    AssignBy? Assign,
    Span? NotifyWithin);

internal sealed record DecisionRule(string Title, string NextStep, Label? Label, BatchRule? Batch);

/// <summary>By which words a kind of report is known, and what the card says to its author.</summary>
/// <param name="Openings">Words that tell when a title begins with them.</param>
/// <param name="Phrases">Words that tell anywhere.</param>
/// <param name="Answers">What a form's "Kind" may say.</param>
internal sealed record KindRule(string Name, Values<string> Openings, Values<string> Phrases, Values<string> Answers, Label? Label, string? Says);

/// <summary>Words that claim one kind of trouble.</summary>
/// <param name="Narrowed">The severity when only one action is hit; null when that makes no difference.</param>
/// <param name="Core">The severity when a core feature is hit; null when that makes no difference.</param>
/// <param name="LogPhrases">What it looks like in a log or an error message.</param>
/// <param name="Vague">Whether it says too little by itself: "it is broken".</param>
/// <param name="Yields">Whether it gives way to what else the same sentence claims: "wrong" in "wrong icon".</param>
/// <param name="Workable">Whether a workaround makes it less severe.</param>
internal sealed record SignalRule(string Name, Severity Severity, Severity? Narrowed, Severity? Core, Impact Impact, bool Workable, bool Vague, bool Yields, Values<string> Phrases, Values<string> LogPhrases);

/// <summary>The words around a signal that make it no claim, or a narrower one.</summary>
/// <param name="Negations">"no", "doesn't": they reach over the next few words.</param>
/// <param name="Breaks">"because", "but": no negation reaches over these.</param>
/// <param name="Turns">"but": what follows is said to be so, whatever came before.</param>
/// <param name="Additions">"and": what is over after it is another matter.</param>
/// <param name="Hypothetical">"would", "might": what follows is not said to be so.</param>
/// <param name="Asking">"does": a sentence that opens so asks all of what it says.</param>
/// <param name="ReportingQuestions">"why", "anyone else": a question that asks about trouble that is there.</param>
/// <param name="FixedBefore">"no longer", "stopped": what follows is over.</param>
/// <param name="FixedAfter">"is gone": what stands before is over.</param>
/// <param name="FixedNext">"not any more": a sentence that says so ends what the one before it claims.</param>
/// <param name="Others">"my mail client": what it does is not ours.</param>
/// <param name="Names">"crash report", "error message": a signal that is only part of one of these names a thing.</param>
/// <param name="Trouble">"it happens": the sentence speaks of the trouble without naming it.</param>
/// <param name="Narrowing">"when I", "after": what follows is the one action that is hit.</param>
/// <param name="Wide">"on start": an action that hits everything.</param>
internal sealed record GrammarRule(
    Values<string> Negations,
    Values<string> Breaks,
    Values<string> Turns,
    Values<string> Additions,
    Values<string> Hypothetical,
    Values<string> Asking,
    Values<string> ReportingQuestions,
    Values<string> FixedBefore,
    Values<string> FixedAfter,
    Values<string> FixedNext,
    Values<string> Others,
    Values<string> Names,
    Values<string> Trouble,
    Values<string> Narrowing,
    Values<string> Wide);

/// <summary>Labels made from a form's answers, with <c>{0}</c> for the answer; null for no label.</summary>
internal sealed record FormLabels(string? Version, string? Platform);
