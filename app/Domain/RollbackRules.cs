using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>When the last release is taken back before anybody looks for a fix. Any one of the conditions that are given is enough. Source: seeds/002, "Decision: Hotfix or Rollback".</summary>
internal sealed record RollBackFirst(
    [property: Description("Decisions for which this is asked at all.")] Values<Decision> Decisions,
    [property: Description("Roll back first when the report names no cause.")] bool CauseUnknown,
    [property: Description("Roll back first when more than this share of the users is hit, in percent.")] decimal? AffectedAbovePercent,
    [property: Description("Roll back first when at least so many areas are hit.")] int? AreasAtLeast,
    [property: Description("Words by which a report names the cause.")] Values<string> Causes);

/// <summary>What it takes to mend something, from past hotfixes or, until there are enough of them, by estimate. Source: seeds/000, "estimated_effort".</summary>
internal sealed record EffortRules(
    [property: Description("From so many closed hotfixes of an impact on, their median and range replace the estimate.")] int LearnedFrom,
    [property: Description("The estimate per impact, in working time.")] IReadOnlyDictionary<Impact, EffortRule> Estimates);

/// <summary>An estimate and its range.</summary>
internal sealed record EffortRule(
    [property: Description("The usual time.")] Span Usual,
    [property: Description("The least it takes.")] Span Least,
    [property: Description("The most it takes.")] Span Most);

/// <summary>Reports that are looked at together.</summary>
internal sealed record BatchRule(
    [property: Description("How many are looked at in one go.")] int Size,
    [property: Description("How often that happens.")] Span Every);

/// <summary>How a release is taken back. Source: seeds/000, "Component 4: Rollback Strategy"; seeds/002, "Hotfix Rollback Procedure"; seeds/003, "Rollback".</summary>
internal sealed record RollbackRules(
    [property: Description("The time a rollback may take.")] Span? Within,
    [property: Description("How many released versions are kept to go back to.")] int? KeepVersions,
    [property: Description("How a kept version is named, with {version} and {build_time} in it.")] string? VersionId,
    [property: Description("The version to fall back to when going back one version fails: its tag, or the newest tag that fits a pattern with *.")] string? LastStable,
    [property: Description("What shows that a hotfix makes things worse.")] string? When,
    [property: Description("The ways to go back, the first that is open is taken.")] Values<ItemRule> Ways,
    [property: Description("What is done, in order.")] Values<ItemRule> Steps);
