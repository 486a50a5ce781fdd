using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>An emergency that was thought through beforehand. Source: seeds/001, "Common Scenarios"; seeds/000, "emergency_procedures", "contingency_procedures".</summary>
internal sealed record ScenarioRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("The severity it has.")] Severity? Severity,
    [property: Description("What it looks like.")] Values<string> Examples,
    [property: Description("Measurements that show it; any one of them is enough.")] Values<ThresholdRule> Triggers,
    [property: Description("The time by which the actions are done.")] Span? ActWithin,
    [property: Description("What is done by people, in order.")] Values<ItemRule> Actions,
    [property: Description("What is done without waiting for anybody.")] Values<string> Automatic,
    [property: Description("The time by which a fix is released.")] Span? ReleaseWithin,
    [property: Description("What happens when.")] Values<MomentRule> Timeline,
    [property: Description("What is tried next when it does not help, in order.")] Values<EscalationStep> Escalation,
    [property: Description("How people are told, in a line.")] string? Communication,
    [property: Description("Who is told what, and by when.")] Values<MessageRule> Messages);

/// <summary>What may go wrong with a hotfix itself. Source: seeds/000, "High-Risk Scenarios".</summary>
internal sealed record RiskRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("What may go wrong.")] string Risk,
    [property: Description("What keeps it from happening.")] string Mitigation,
    [property: Description("What is done when it happens all the same.")] string Contingency);
