using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>
/// A team's process as numbers and words. Built-in profiles are YAML under app/Profiles; unknown keys are refused when they are read. A key is documented here and nowhere else.
/// <para>Wherever a list holds phrases: a phrase is a few words of one sentence, in the language of <c>Triage/Words/Phrase</c>.</para>
/// </summary>
internal sealed record Profile(
    [property: Description("The profile's name, as cards show it.")] string Name,
    [property: Description("The four severities, P0 to P3: what they are called, what they weigh, and how long things may take.")] IReadOnlyDictionary<Severity, SeverityRule> Severities,
    [property: Description("The severity of a bug that says nothing of how bad it is.")] Severity Otherwise,
    [property: Description("The impact of such a bug.")] Impact OtherwiseImpact,
    [property: Description("A severity the reporter states counts when it is at most so many steps from what is found.")] int DeclaredWithin,
    [property: Description("The kinds of harm, and what each weighs. The worst one that is claimed counts.")] IReadOnlyDictionary<Impact, ImpactRule> Impacts,
    [property: Description("How many users are hit: the bands, and the words by which a report speaks of one.")] IReadOnlyDictionary<Frequency, FrequencyRule> Frequencies,
    [property: Description("What stops a beta, and how much more it counts.")] PhraseFactor BetaCritical,
    [property: Description("Features without which the product is nothing, and how much more they count.")] FeatureFactor CoreFeatures,
    [property: Description("Parts of the product that people know more or less of, each by a name of its own.")] IReadOnlyDictionary<string, AreaRule> Areas,
    [property: Description("How the score is scaled and capped.")] ScoreRule Score,
    [property: Description("The triage rules; the first whose every condition holds decides.")] Values<TriageRule> Rules,
    [property: Description("What a decision is called and what comes next.")] IReadOnlyDictionary<Decision, DecisionRule> Decisions,
    [property: Description("The kinds of reports, and by which words each is known.")] IReadOnlyDictionary<Kind, KindRule> Kinds,
    [property: Description("Words that claim trouble; the severity is that of the worst claim.")] Values<SignalRule> Signals,
    [property: Description("The severity of a signal in this profile, by the signal's name, where it is another than the signal's own.")] IReadOnlyDictionary<string, Severity> SignalSeverities,
    [property: Description("Phrases by which a report names a way round the trouble.")] Values<string> Workarounds,
    [property: Description("Phrases by which a report says that it worked before.")] Values<string> Regressions,
    [property: Description("The words around a signal that make it no claim, or a narrower one.")] GrammarRule Grammar,
    [property: Description("Headings people put over their answers, as issue forms write them and as people do.")] IReadOnlyDictionary<Question, Values<string>> Headings,
    [property: Description("How the lines begin that a template brought along: its words, not the reporter's.")] Values<string> TemplateLines,
    [property: Description("Spellings that are read as another: one or two words, and what they stand for.")] IReadOnlyDictionary<string, string> Spellings,
    [property: Description("Labels made from a form's answers.")] FormLabels FormLabels,
    [property: Description("Logins of bots whose issues are triaged all the same.")] Values<string> Bots,
    [property: Description("When the clocks run, and what makes them pause.")] ClockRules Clocks,
    [property: Description("Who is there to take a report.")] TeamRules Team,
    [property: Description("When the last release is taken back before anybody looks for a fix; never when left out.")] RollBackFirst? RollBackFirst,
    [property: Description("What it takes to mend something.")] EffortRules Effort,
    [property: Description("Phrases after which a report names the issues that stand in its way: blocked by #12.")] Values<string> Dependencies,
    [property: Description("What a hotfix is for, and what it is not for.")] HotfixRules Hotfix,
    [property: Description("What to do and what to leave while a hotfix is made.")] GuidelineRules? Guidelines,
    [property: Description("How much is tested before a fix of each severity goes out.")] IReadOnlyDictionary<Severity, TestingRule> Testing,
    [property: Description("What has to be done, as checklists by name; a severity says which is its own.")] IReadOnlyDictionary<string, ChecklistRule> Checklists,
    [property: Description("What happens when, counted from the report.")] Values<MomentRule> Timeline,
    [property: Description("Where a fix is made and under which names.")] BranchRules Branches,
    [property: Description("Which hotfixes start by themselves.")] StartRules Start,
    [property: Description("Who may use a command, by its verb, where that is not whoever has the role that it needs by itself.")] IReadOnlyDictionary<string, CommandRule> Commands,
    [property: Description("What a hotfix's pull request looks like.")] PullRequestRules PullRequest,
    [property: Description("What the gate looks at besides the checklist of the pull request.")] GateRules Gate,
    [property: Description("How a fix is built, tested and carried out, where the process says so.")] PipelineRules? Pipeline,
    [property: Description("The places a release goes to, each by a name of its own.")] IReadOnlyDictionary<string, TargetRule> Targets,
    [property: Description("How a release is found healthy.")] HealthRules Health,
    [property: Description("How a release is taken back.")] RollbackRules Rollback,
    [property: Description("Who hears of a hotfix, where and when.")] CommunicationRules Communication,
    [property: Description("Whom it goes to next, in order.")] Values<EscalationStep> Escalation,
    [property: Description("What is watched after a release, and how long.")] MonitoringRules Monitoring,
    [property: Description("When somebody is told that something goes wrong, each alert by a name of its own.")] IReadOnlyDictionary<string, AlertRule> Alerts,
    [property: Description("Figures the team wants to reach, each by a name of its own.")] IReadOnlyDictionary<string, GoalRule> Goals,
    [property: Description("When a hotfix counts as a success: all of it must hold.")] Values<ItemRule> Success,
    [property: Description("Emergencies that were thought through beforehand, each by a name of its own.")] IReadOnlyDictionary<string, ScenarioRule> Scenarios,
    [property: Description("What may go wrong with a hotfix itself.")] Values<RiskRule> Risks,
    [property: Description("What the product sends about its errors, where it does.")] TelemetryRules? Telemetry,
    [property: Description("What is learned from a hotfix, where the process says so.")] PostMortemRules? PostMortem,
    [property: Description("Work that comes back.")] Values<RoutineRule> Routines);

/// <summary>What a severity is, what it weighs, by which words a reporter states it, and how long things may take.</summary>
internal sealed record SeverityRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("What it weighs in the score.")] decimal Weight,
    [property: Description("The label it puts on an issue.")] Label Label,
    [property: Description("Words by which a reporter states it, after \"Severity:\" or in brackets.")] Values<string> Declared,
    [property: Description("Which hours its clocks count: always, or business.")] ClockKind Clock,
    [property: Description("From the report to the first comment or assignment by a person of the team; left out for no such clock.")] Span? RespondWithin,
    [property: Description("From the report to the approved fix; left out for no such clock.")] Span? FixWithin,
    [property: Description("From the report to the release; left out for no such clock.")] Span? ReleaseWithin,
    [property: Description("What it means, in a few words.")] string? Means,
    [property: Description("What is of this severity, for people to compare with.")] Values<string> Examples,
    [property: Description("Whom it hits.")] string? Affects,
    [property: Description("What it does to them.")] string? Harm,
    [property: Description("The checklist its hotfix goes by, by name; none when it is no hotfix.")] string? Checklist,
    [property: Description("The template its pull request is written from, by name; none when it is no hotfix.")] string? Template);

/// <summary>One kind of harm.</summary>
internal sealed record ImpactRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("What a severity's weight is multiplied by.")] decimal Multiplier,
    [property: Description("The label it puts on an issue; none when left out.")] Label? Label);

/// <summary>How many users are hit: one band.</summary>
internal sealed record FrequencyRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("What is added to the score.")] decimal Bonus,
    [property: Description("Phrases that say how many people are hit; they outrank those that say how often.")] Values<string> People,
    [property: Description("Phrases that say how often it happens.")] Values<string> Times,
    [property: Description("The band starts above this share of users, in percent; left out for the band that says nothing.")] decimal? AbovePercent);

/// <summary>Words that make a report count more.</summary>
internal sealed record PhraseFactor(
    [property: Description("What the score is multiplied by.")] decimal Factor,
    [property: Description("The phrases.")] Values<string> Phrases);

/// <summary>Features without which the product is nothing, each by a name of its own.</summary>
internal sealed record FeatureFactor(
    [property: Description("What the score is multiplied by.")] decimal Factor,
    [property: Description("The features, each by a name of its own.")] IReadOnlyDictionary<string, FeatureRule> Features);

/// <summary>A feature, and how a report speaks of it.</summary>
internal sealed record FeatureRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("Phrases that speak of it.")] Values<string> Phrases);

/// <summary>How the score is scaled and capped.</summary>
internal sealed record ScoreRule(
    [property: Description("What the sum is multiplied by in the end.")] decimal Scale,
    [property: Description("The highest score there is.")] decimal Cap);

/// <summary>A rule fires when every condition it states holds; a condition left out holds always. Source: seeds/000, "Automated Triage Workflow"; seeds/001, "Hotfix Decision Matrix".</summary>
internal sealed record TriageRule(
    [property: Description("Its name, as cards show it.")] string Name,
    [property: Description("What it decides.")] Decision Decision,
    [property: Description("The severities it is for; all when left out.")] Values<Severity> Severities,
    [property: Description("The score it needs at least.")] decimal? ScoreAtLeast,
    [property: Description("The score it must stay below.")] decimal? ScoreBelow,
    [property: Description("The band of users it needs at least.")] Frequency? FrequencyAtLeast,
    [property: Description("Whether a core feature must be hit (true) or must not (false).")] bool? CoreFeature,
    [property: Description("How its owner is found; nobody is assigned when left out.")] AssignBy? Assign,
    [property: Description("From the decision to the notice to the team; 0m is at once. Nobody is told when left out.")] Span? NotifyWithin,
    [property: Description("Whether the hotfix branch is made as soon as somebody of the team agrees.")] bool StartsBranch);

/// <summary>What a decision is called and what comes next.</summary>
internal sealed record DecisionRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("What happens now, in one sentence; {size} and {every} stand for the numbers of the batch.")] string NextStep,
    [property: Description("The label it puts on an issue; none when left out.")] Label? Label,
    [property: Description("How the reports are looked at together, where they are.")] BatchRule? Batch);

/// <summary>By which words a kind of report is known, and what the card says to its author.</summary>
internal sealed record KindRule(
    [property: Description("What people call it.")] string Name,
    [property: Description("Phrases that tell when a title begins with them.")] Values<string> Openings,
    [property: Description("Phrases that tell anywhere.")] Values<string> Phrases,
    [property: Description("What a form's \"Kind\" may say.")] Values<string> Answers,
    [property: Description("The label it puts on an issue; none when left out.")] Label? Label,
    [property: Description("What the card says to the author of such a report.")] string? Says);

/// <summary>Words that claim one kind of trouble.</summary>
internal sealed record SignalRule(
    [property: Description("Its name.")] string Name,
    [property: Description("The severity of such a claim.")] Severity Severity,
    [property: Description("The severity when only one action is hit; left out when that makes no difference.")] Severity? Narrowed,
    [property: Description("The severity when a core feature is hit; left out when that makes no difference.")] Severity? Core,
    [property: Description("The kind of harm it speaks of.")] Impact Impact,
    [property: Description("Whether a workaround makes it less severe.")] bool Workable,
    [property: Description("Whether it says too little by itself, like \"it is broken\".")] bool Vague,
    [property: Description("Whether it gives way to what else the same sentence claims, as \"wrong\" does in \"wrong icon\".")] bool Yields,
    [property: Description("Phrases that claim it.")] Values<string> Phrases,
    [property: Description("Phrases by which it shows in a log or an error message.")] Values<string> LogPhrases);

/// <summary>The words around a signal that make it no claim, or a narrower one.</summary>
internal sealed record GrammarRule(
    [property: Description("Words like no and doesn't: they reach over the next few words.")] Values<string> Negations,
    [property: Description("Words like because and but: no negation reaches over these.")] Values<string> Breaks,
    [property: Description("Words like but: what follows is said to be so, whatever came before.")] Values<string> Turns,
    [property: Description("Words like and: what is over after one is another matter.")] Values<string> Additions,
    [property: Description("Words like would and might: what follows is not said to be so.")] Values<string> Hypothetical,
    [property: Description("Words like does: a sentence that opens so asks all of what it says.")] Values<string> Asking,
    [property: Description("Phrases like anyone else: a question that asks about trouble that is there.")] Values<string> ReportingQuestions,
    [property: Description("Phrases like no longer and stopped: what follows is over.")] Values<string> FixedBefore,
    [property: Description("Phrases like is gone: what stands before is over.")] Values<string> FixedAfter,
    [property: Description("Phrases like not any more: a sentence that says so ends what the one before it claims.")] Values<string> FixedNext,
    [property: Description("Phrases like my mail client: what it does is not ours.")] Values<string> Others,
    [property: Description("Phrases like crash report and error message: a signal that is only part of one of these names a thing.")] Values<string> Names,
    [property: Description("Phrases like it happens: the sentence speaks of the trouble without naming it.")] Values<string> Trouble,
    [property: Description("Phrases like when I and after: what follows is the one action that is hit.")] Values<string> Narrowing,
    [property: Description("Phrases like on start: an action that hits everything.")] Values<string> Wide);

/// <summary>Labels made from a form's answers.</summary>
internal sealed record FormLabels(
    [property: Description("The label of the version, with {0} for the answer; none when left out.")] string? Version,
    [property: Description("The label of the platform, with {0} for the answer; none when left out.")] string? Platform);
