using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>What is watched after a release, and how long. Source: seeds/001, Phase 8; seeds/002, "Post-Hotfix Actions"; seeds/003, "Monitoring Dashboards"; seeds/004, "Monitoring".</summary>
internal sealed record MonitoringRules(
    [property: Description("How long a release is watched.")] Span? For,
    [property: Description("What is watched, in order.")] Values<WatchRule> Watches,
    [property: Description("How many users should have the fix, and by when.")] AdoptionRule? Adoption,
    [property: Description("What the dashboard shows, a line each.")] Values<string> Dashboard);

/// <summary>One thing that is watched.</summary>
internal sealed record WatchRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("What is watched.")] string Text,
    [property: Description("How long.")] Span? For,
    [property: Description("How often it is looked at.")] Span? Every,
    [property: Description("What it consists of.")] Values<string> Steps);

/// <summary>How far a fix should have spread.</summary>
internal sealed record AdoptionRule(
    [property: Description("The share of users that should have the fix, in percent.")] decimal AtLeastPercent,
    [property: Description("From the release until then.")] Span Within,
    [property: Description("What is done when it is less.")] string Otherwise);

/// <summary>How a release is found healthy. Source: seeds/000, "performHealthChecks", "checkCoreFeatures"; seeds/002, "Verify Deployment"; seeds/003, "Monitoring Dashboards".</summary>
internal sealed record HealthRules(
    [property: Description("Seconds between two rounds of checks.")] int? EverySeconds,
    [property: Description("The time by which every check must have passed.")] Span? Within,
    [property: Description("The share of core features that must work, in percent.")] decimal? CoreFeaturesAtLeastPercent,
    [property: Description("What is checked, in order.")] Values<HealthCheckRule> Checks);

/// <summary>One check of a release's health.</summary>
internal sealed record HealthCheckRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("What is checked.")] string Text,
    [property: Description("The path that is asked, where the product answers over HTTP.")] string? Path);

/// <summary>Work that comes back. Source: seeds/004, "Maintenance"; seeds/000, "Documentation Maintenance"; seeds/002, last line.</summary>
internal sealed record RoutineRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("How often: daily, weekly, monthly, quarterly or yearly.")] Cycle Every,
    [property: Description("What is done.")] string Text);

internal enum Cycle
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}
