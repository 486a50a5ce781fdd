using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>What the gate looks at besides the checklist's items. Paths are patterns like those of a CODEOWNERS file. Source: issue E; seeds/001, Phase 4.</summary>
internal sealed record GateRules(
    [property: Description("Where tests are, by path patterns.")] Values<string> Tests,
    [property: Description("Files that decide what the product sends about its users, by path patterns: touching them asks for a privacy audit.")] Values<string> Telemetry,
    [property: Description("Migrations of stored data, by path patterns: touching them asks for a backup.")] Values<string> Migrations,
    [property: Description("Generated files and lock files, by path patterns: they do not count towards a diff's size.")] Values<string> Generated,
    [property: Description("Logins of the people who confirm fixes before everybody has them.")] Values<string> Testers,
    [property: Description("Whether a draft is made ready for review when the last item closes.")] bool Ready,
    [property: Description("How GitHub merges by itself once everything is green: merge, squash or rebase; left out where a person merges.")] MergeMethod? AutoMerge);

/// <summary>How a pull request becomes part of its base.</summary>
internal enum MergeMethod
{
    Merge,
    Squash,
    Rebase,
}
