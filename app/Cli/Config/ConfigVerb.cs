using System.CommandLine;

namespace Hotfix.Cli.Config;

/// <summary><c>hotfix config</c>: a team's file, checked, shown as it counts, and explained.</summary>
internal static class ConfigVerb
{
    public static Command Command { get; } = new("config", "Check a team's .github/hotfix.yml, show what counts with it, or print its schema.") { CheckVerb.Command, ShowVerb.Command, SchemaVerb.Command };
}
