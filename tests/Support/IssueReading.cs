using Hotfix.Sandbox;

namespace Hotfix.Tests.Support;

/// <summary>What a person sees of an issue on GitHub.</summary>
internal static class IssueReading
{
    public static IReadOnlyList<string> LabelNames(this SandboxIssue issue) => [.. issue.Labels.Select(label => label.Name)];

    public static IReadOnlyList<SandboxComment> Cards(this SandboxIssue issue) =>
        [.. issue.Comments.Where(comment => comment.Body.StartsWith(Hotfix.Triage.CardText.Marker, StringComparison.Ordinal))];

    /// <summary>The one card there must be.</summary>
    public static string Card(this SandboxIssue issue) => Assert.Single(issue.Cards()).Body;
}
