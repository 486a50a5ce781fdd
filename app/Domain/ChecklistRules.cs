using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>What has to be done, in order. A severity names the checklist it goes by. Source: seeds/001, "Hotfix Workflow"; seeds/002, "Hotfix Checklist".</summary>
internal sealed record ChecklistRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("How long all of it takes, for each severity, from the report on.")] IReadOnlyDictionary<Severity, LengthRule>? Totals,
    [property: Description("The phases, in order.")] Values<PhaseRule> Phases,
    [property: Description("The items, in order.")] Values<ItemRule> Items);

/// <summary>How long something takes.</summary>
internal sealed record LengthRule(
    [property: Description("The least time it takes.")] Span Least,
    [property: Description("The most time it takes.")] Span Most);

/// <summary>A stretch of the work, with its place on the clock where it has one.</summary>
internal sealed record PhaseRule(
    [property: Description("Its name, in snake_case; items refer to it.")] string Id,
    [property: Description("What people call it.")] string Title,
    [property: Description("What it is for, in one sentence.")] string? Goal,
    [property: Description("When it begins, counted from the report; left out where only its length is known.")] Span? From,
    [property: Description("When it ends, counted from the report.")] Span? To,
    [property: Description("The least time it takes.")] Span? Least,
    [property: Description("The most time it takes.")] Span? Most);

/// <summary>One thing to do.</summary>
internal sealed record ItemRule(
    [property: Description("Its name, in snake_case; unique in its list.")] string Id,
    [property: Description("What has to be done, as people read it.")] string Text,
    [property: Description("The phase it belongs to, by its id.")] string? Phase,
    [property: Description("How long it takes.")] Span? Takes,
    [property: Description("The severities that need it; all when left out.")] Values<Severity> Severities,
    [property: Description("When it is needed at all, like: only where telemetry is touched. Always when left out.")] string? When,
    [property: Description("What it consists of, in order.")] Values<string> Steps,
    [property: Description("What to beware of, in one sentence.")] string? Warning,
    [property: Description("What makes it true in a pull request's gate, like approval(1) or checks-green; a person's tick, when left out.")] string? Evidence = null);

/// <summary>Something that happens at a time of its own after the report. Source: seeds/002, "2-Hour Response Timeline"; seeds/000, "response_timeline", "recovery_timeline".</summary>
internal sealed record MomentRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("How long after the report.")] Span At,
    [property: Description("What happens then.")] string Text,
    [property: Description("The phase it belongs to, by its id in the checklist.")] string? Phase,
    [property: Description("What it consists of, in order.")] Values<string> Steps);
