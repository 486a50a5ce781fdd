using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>GitHub fails in each of its ways, once, at each call of a start; afterwards there is one line, one branch with one commit, one pull request and one card, and nobody was refused.</summary>
public sealed class StartFaultScenarios
{
    private static readonly (string Method, string Path)[] Calls =
    [
        ("GET", "/permission"), ("GET", "/releases"), ("GET", "/contents/manifest.json"), ("POST", "/git/refs"), ("POST", "/git/trees"), ("POST", "/git/commits"), ("PATCH", "/git/refs/"), ("POST", "/pulls"),
        ("POST", "/reactions"),
    ];

    public static TheoryData<string, string, string> Faults => new(
        from fault in Enum.GetNames<SandboxFault>()
        where fault != nameof(SandboxFault.None)
        from call in Calls
        select (fault, call.Method, call.Path));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task One_fault_leaves_no_trace(string fault, string method, string path)
    {
        await using var hotfix = await Released.StartAsync(time: new FastTime(600), work: WorkOptions.Default with { Lease = TimeSpan.FromHours(1) }, callTimeout: TimeSpan.FromMinutes(5));
        var issue = await hotfix.ReportAsync();
        hotfix.GitHub.Faults.Next(Enum.Parse<SandboxFault>(fault), 1, (verb, requested) => verb == method && requested.Contains(path, StringComparison.Ordinal));

        var done = Assert.Single(await hotfix.SayAsync(issue, "/hotfix start --name crash"));

        Assert.Equal(1, hotfix.GitHub.Faults.Happened);
        Assert.Equal(DeliveryStatus.Done, done.Head.Status);
        Assert.Equal(["hotfix/v1.0.1/crash", "main", "release/v1.0.0"], hotfix.Repository.Branches.All.Select(branch => branch.Name).Order());
        Assert.Equal(hotfix.Repository.Branches.Find("v1.0.0"), Assert.Single(hotfix.Fix().Head.Parents));
        Assert.Empty(issue.Answers());
        Assert.Contains("**Fix** 1.0.1", issue.Card(), StringComparison.Ordinal);
        Assert.Equal(["eyes", "rocket"], issue.Comments.Single(comment => !comment.ByApp).Reactions.Select(reaction => reaction.Content));
    }

    [Fact]
    public async Task A_command_that_fails_for_good_is_told_and_said_again_it_goes_on_where_it_was()
    {
        await using var hotfix = await Released.StartAsync(work: WorkOptions.Default with { Tries = 2, FirstPause = TimeSpan.FromMilliseconds(1) });
        var issue = await hotfix.ReportAsync();
        hotfix.GitHub.Faults.Next(SandboxFault.ServerError, 9, (verb, requested) => verb == "POST" && requested.EndsWith("/pulls", StringComparison.Ordinal));

        var failed = Assert.Single(await hotfix.SayAsync(issue, "/hotfix start --name crash"));
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == $"failed-{failed.Head.Id}-2" && handled.Head.Status == DeliveryStatus.Done, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryStatus.Failed, failed.Head.Status);
        Assert.Contains($"whoever runs Hotfix finds the reason under `{failed.Head.Id}`.", Assert.Single(issue.Answers()), StringComparison.Ordinal);

        hotfix.GitHub.Faults.Clear();
        await hotfix.SayAsync(issue, "/hotfix start");

        Assert.Equal("hotfix/v1.0.1/crash", hotfix.Fix().HeadBranch);
        Assert.Contains("**Fix** 1.0.1", issue.Card(), StringComparison.Ordinal);
    }
}
