using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>Who is there to take a report, what they know, and how much they take. Source: seeds/000, "Issue Routing Intelligence".</summary>
internal sealed record TeamRules(
    [property: Description("How many open reports one person takes, unless the person has a number of their own.")] int Capacity,
    [property: Description("From this score on, the best match gets the report whatever their load.")] decimal RegardlessOfLoadFrom,
    [property: Description("Whether the owners that CODEOWNERS names for a path in the report count as knowing it.")] bool CodeOwners,
    [property: Description("The people, by their GitHub login.")] IReadOnlyDictionary<string, PersonRule> People,
    [property: Description("Who owns a core feature: the feature's name, and a login.")] IReadOnlyDictionary<string, string> FeatureOwners,
    [property: Description("Who takes turns, where a rule assigns by rotation.")] RotationRule? Rotation);

/// <summary>One person of the team.</summary>
internal sealed record PersonRule(
    [property: Description("Areas the person knows, the best known first.")] Values<string> Expertise,
    [property: Description("How many open reports the person takes; the team's number when left out.")] int? Capacity,
    [property: Description("When the person is away, both days included.")] Values<Absence> Away);

/// <summary>Days on which a person gets nothing.</summary>
internal sealed record Absence(
    [property: Description("The first day, like 2026-12-21.")] string From,
    [property: Description("The last day.")] string To);

/// <summary>Turns of equal length, one after another, in the order of the list.</summary>
internal sealed record RotationRule(
    [property: Description("The logins, in order.")] Values<string> Logins,
    [property: Description("The day on which the first person's first turn began, like 2026-01-05.")] string Starts,
    [property: Description("Days a turn lasts.")] int Days);

/// <summary>A part of the product that people know more or less of, and how a report shows that it is hit.</summary>
internal sealed record AreaRule(
    [property: Description("What people call it.")] string Title,
    [property: Description("Impacts that speak of it by themselves.")] Values<Impact> Impacts,
    [property: Description("Words that speak of it.")] Values<string> Phrases);

/// <summary>How a rule finds the owner of a report.</summary>
internal enum AssignBy
{
    /// <summary>Nobody is assigned.</summary>
    Nobody,

    /// <summary>Whoever knows most of what is hit and is free.</summary>
    BestMatch,

    /// <summary>Whoever owns the core feature that is hit; else the best match.</summary>
    FeatureOwner,

    /// <summary>Whoever has most room.</summary>
    NextAvailable,

    /// <summary>Whoever's turn it is.</summary>
    RotatingSchedule,
}
