using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>A figure the team wants to reach. Source: seeds/000, "Target SLA", "Component Integration Matrix", "Success Metrics &amp; KPIs"; seeds/001, "Success Criteria"; seeds/002, "Target Response Time".</summary>
internal sealed record GoalRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("Which figures it belongs to: sla, component, operational, quality or business.")] GoalGroup Group,
    [property: Description("How the figure is compared: above, at_least, below or at_most.")] Bound Is,
    [property: Description("The figure, in its unit.")] decimal Value,
    [property: Description("The figure's unit.")] Measure Unit);

internal enum GoalGroup
{
    Sla,
    Component,
    Operational,
    Quality,
    Business,
}

/// <summary>How something measured is compared with a figure.</summary>
internal enum Bound
{
    Above,
    AtLeast,
    Below,
    AtMost,
}

/// <summary>What a figure counts.</summary>
internal enum Measure
{
    Percent,
    Count,

    /// <summary>Of five.</summary>
    Stars,
    Milliseconds,
    Minutes,
    Hours,
}

/// <summary>Something measured, compared with a figure. That something happened at all is "at_least 1 count".</summary>
internal sealed record ThresholdRule(
    [property: Description("What is measured, in snake_case.")] string Metric,
    [property: Description("How it is compared: above, at_least, below or at_most.")] Bound Is,
    [property: Description("The figure, in its unit.")] decimal Value,
    [property: Description("The figure's unit.")] Measure Unit);

/// <summary>When somebody is told that something goes wrong. Source: seeds/000, "alerting_rules"; seeds/004, "Alerting &amp; Notifications".</summary>
internal sealed record AlertRule(
    [property: Description("How urgent it is: critical or warning.")] AlertLevel Level,
    [property: Description("What sets it off.")] ThresholdRule When,
    [property: Description("From then to the notice; 0m is at once.")] Span NotifyWithin,
    [property: Description("The channels, by name.")] Values<string> Channels,
    [property: Description("Who is told when nobody reacts, by role.")] string? Escalation,
    [property: Description("What is done about it.")] string? Response);

internal enum AlertLevel
{
    Critical,
    Warning,
}
