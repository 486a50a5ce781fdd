using System.CommandLine;

namespace Hotfix.Cli.Actions;

/// <summary><c>hotfix action</c>: what the steps of the GitHub Action (action/steps) are too small to do themselves.</summary>
internal static class ActionVerb
{
    public static Command Command { get; } = new("action", "What the steps of the GitHub Action ask; see action/action.yml.")
    {
        InputsVerb.Command,
        VersionVerb.Command,
        SummaryVerb.Command,
    };
}
