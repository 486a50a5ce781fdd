using Hotfix.Domain;

namespace Hotfix.Triage.Owners;

/// <summary>What routing looks at. Logins compare without case.</summary>
/// <param name="By">How the rule that decided finds the owner.</param>
/// <param name="Areas">The areas hit, by name.</param>
/// <param name="Feature">The core feature hit, by name.</param>
/// <param name="Load">Open reports per login; nobody is listed who has none.</param>
/// <param name="LeftOut">Logins GitHub would not have.</param>
/// <param name="CodeOwners">Logins that CODEOWNERS names for the paths in the report.</param>
internal sealed record RoutingFacts(
    AssignBy By,
    decimal Score,
    Values<string> Areas,
    string? Feature,
    IReadOnlyDictionary<string, int> Load,
    Values<string> LeftOut,
    Values<string> CodeOwners,
    DateOnly Today);
