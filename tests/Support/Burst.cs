using System.Net;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Support;

/// <summary>A burst of filed issues, a tenth of them delivered twice.</summary>
internal static class Burst
{
    /// <summary>Sends until each delivery was answered 202, as GitHub's redelivery would; returns the issues.</summary>
    public static async Task<IReadOnlyList<SandboxIssue>> SendAsync(SandboxGitHub github, SandboxRepository repository, int count, int sideBySide)
    {
        var filed = Enumerable.Range(1, count).Select(number => repository.File($"The extension crashes for all users ({number})", "Every time.")).ToList();
        var deliveries = filed.Select((one, at) => (one.Delivery, Times: at % 10 == 0 ? 2 : 1)).SelectMany(one => Enumerable.Repeat(one.Delivery, one.Times));

        await Parallel.ForEachAsync(
            deliveries,
            new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = TestContext.Current.CancellationToken },
            async (delivery, cancellationToken) => Assert.Equal(HttpStatusCode.Accepted, await github.SendAsync(delivery, cancellationToken)));

        return [.. filed.Select(one => one.Issue)];
    }

    /// <summary>Every issue has its labels and exactly one card.</summary>
    public static void AssertWhole(IReadOnlyList<SandboxIssue> issues)
    {
        Assert.All(issues, issue => Assert.Equal(["impact: feature failure", "severity: P0", "triage: hotfix now"], issue.LabelNames().Order()));
        Assert.All(issues, issue => Assert.Contains("### P0 critical · hotfix now", issue.Card(), StringComparison.Ordinal));
    }
}
