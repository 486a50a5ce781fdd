using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>What a hotfix is for, and what it is not for. Source: seeds/001, "When to Use This Protocol"; seeds/002, "When to Use Hotfix Pipeline".</summary>
internal sealed record HotfixRules(
    [property: Description("What starts a hotfix; any one of them is enough.")] Values<TriggerRule> Triggers,
    [property: Description("What is never a hotfix.")] Values<string> NotFor,
    [property: Description("What happens with those instead, in one sentence.")] string? Instead,
    [property: Description("Why a hotfix is not for everything, in one sentence.")] string? Why);

/// <summary>A reason to start a hotfix.</summary>
internal sealed record TriggerRule(
    [property: Description("Its name, in snake_case.")] string Id,
    [property: Description("What people call it.")] string Title,
    [property: Description("The severities it goes with.")] Values<Severity> Severities,
    [property: Description("What it looks like; any one of them is enough.")] Values<string> When);

/// <summary>What to do and what to leave while a hotfix is made. Source: seeds/002, "Hotfix Development Guidelines".</summary>
internal sealed record GuidelineRules(
    [property: Description("What to do, a line each.")] Values<string> Do,
    [property: Description("What not to do, a line each.")] Values<string> Dont);
