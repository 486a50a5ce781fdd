using Hotfix.Sandbox;
using Hotfix.Triage;

namespace Hotfix.Cli.Demo;

/// <summary>The cards of an issue, as they stand on GitHub: there is to be one.</summary>
internal static class DemoCard
{
    public static IReadOnlyList<string> Of(SandboxIssue issue) => [.. issue.Comments.Where(comment => comment.ByApp && comment.Body.StartsWith(CardText.Marker, StringComparison.Ordinal)).Select(comment => comment.Body)];
}
