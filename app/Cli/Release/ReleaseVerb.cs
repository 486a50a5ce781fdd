using System.CommandLine;

namespace Hotfix.Cli.Release;

/// <summary><c>hotfix release</c>: the GitHub release of a package, from within a workflow.</summary>
internal static class ReleaseVerb
{
    public static Command Command { get; } = new("release", "Find and complete GitHub releases, with a workflow's token.")
    {
        LastVerb.Command,
        CompleteVerb.Command,
    };
}
