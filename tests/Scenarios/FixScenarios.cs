using Hotfix.Domain;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>What people do to branch, pull request and tag of a hotfix by hand: the state is true afterwards, and the card says in one sentence what is odd.</summary>
public sealed class FixScenarios
{
    [Fact]
    public async Task Pushed_reviewed_merged_and_released_it_goes_its_way_and_the_card_says_what_comes_next()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await StartedAsync(hotfix);
        var pull = hotfix.Fix();

        var (commit, pushed, synchronized) = pull.PushToPull(new Dictionary<string, string?> { ["src/popup.js"] = "openSafely();\n" });
        await hotfix.HearAsync([pushed, synchronized]);
        Assert.Equal((HotfixState.Started, commit.Sha), (State(hotfix), Fix(hotfix).Head));

        await hotfix.HearAsync([pull.Ready()]);
        Assert.Equal(HotfixState.InReview, State(hotfix));
        Assert.Contains($"- **Next step** Review #{pull.Number}, and close what its gate still asks for.", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync([pull.ToDraft()]);
        Assert.Equal(HotfixState.Started, State(hotfix));

        await hotfix.HearAsync([pull.Ready()]);
        await hotfix.HearAsync(pull.Merge("maintainer").Deliveries);
        Assert.Equal(HotfixState.Merged, State(hotfix));
        Assert.Contains("- **Next step** Publish the release `v1.0.1` from `release/v1.0.0`.", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync(hotfix.Repository.Tag("v1.0.1", "release/v1.0.0").Deliveries);
        await hotfix.HearAsync(hotfix.Repository.Release("v1.0.1").Deliveries);
        Assert.Equal(HotfixState.Released, State(hotfix));
        Assert.Contains("- **Next step** Watch `v1.0.1`;", issue.Card(), StringComparison.Ordinal);
        Assert.DoesNotContain("**Note**", issue.Card(), StringComparison.Ordinal);
        Assert.Single((await hotfix.TellAsync(issue, "/hotfix timeline")).Answer.Split('\n'), line => line.EndsWith(": released", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pull_request_that_is_closed_and_reopened_is_told_and_goes_on()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await StartedAsync(hotfix);
        var pull = hotfix.Fix();

        await hotfix.HearAsync([pull.Close()]);
        Assert.Contains($"- **Note** #{pull.Number} was closed and not merged. Reopen it to go on, or give up by `/hotfix abandon`.", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync([pull.Reopen()]);
        Assert.DoesNotContain("**Note**", issue.Card(), StringComparison.Ordinal);
        Assert.Equal((HotfixState.Started, PullState.Draft), (State(hotfix), Fix(hotfix).Pull!.State));
    }

    [Fact]
    public async Task A_pull_request_that_goes_elsewhere_is_told()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await StartedAsync(hotfix);
        var pull = hotfix.Fix();

        await hotfix.HearAsync([pull.Retarget("main")]);

        Assert.Contains($"- **Note** #{pull.Number} goes into `main` now, and the hotfix was made for `release/v1.0.0`", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync([pull.Ready()]);
        await hotfix.HearAsync(pull.Merge("maintainer").Deliveries);
        Assert.Equal(HotfixState.InReview, State(hotfix));
        Assert.Contains($"- **Note** #{pull.Number} was merged into `main` and not into `release/v1.0.0`", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_by_force_is_told_until_the_branch_moves_on()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await StartedAsync(hotfix);
        var pull = hotfix.Fix();

        await hotfix.HearAsync([hotfix.Repository.Rewrite(pull.HeadBranch, new Dictionary<string, string?> { ["src/popup.js"] = "other();\n" }).Delivery]);
        Assert.Contains($"- **Note** `{pull.HeadBranch}` was pushed to by force", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync([hotfix.Repository.Push(pull.HeadBranch, "src/popup.js", "more();\n").Delivery]);
        Assert.DoesNotContain("**Note**", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_that_is_deleted_by_hand_is_told()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await StartedAsync(hotfix);
        var branch = hotfix.Fix().HeadBranch;

        await hotfix.HearAsync(hotfix.Repository.DeleteRef($"heads/{branch}"));

        Assert.Null(Fix(hotfix).Head);
        Assert.Contains($"- **Note** The branch `{branch}` was deleted before the fix was merged.", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_appears_before_the_fix_is_merged_is_told()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await StartedAsync(hotfix);

        await hotfix.HearAsync(hotfix.Repository.Tag("v1.0.1").Deliveries);

        Assert.Contains("- **Note** The tag `v1.0.1` is there already, and the fix is not merged.", issue.Card(), StringComparison.Ordinal);
        Assert.Equal(HotfixState.Started, State(hotfix));
    }

    [Fact]
    public async Task Told_twice_and_in_another_order_it_is_the_same()
    {
        await using var hotfix = await Released.StartAsync();
        await StartedAsync(hotfix);
        var pull = hotfix.Fix();
        var ready = pull.Ready();
        var merged = pull.Merge("maintainer").Deliveries;

        await hotfix.HearAsync(merged.Reverse().Append(ready).Append(merged[0]));

        Assert.Equal((HotfixState.Merged, PullState.Merged), (State(hotfix), Fix(hotfix).Pull!.State));
    }

    private static async Task<SandboxIssue> StartedAsync(HotfixTester hotfix)
    {
        var issue = await hotfix.ReportAsync();
        await hotfix.SayAsync(issue, "/hotfix start");

        return issue;
    }

    private static HotfixState State(HotfixTester hotfix) => hotfix.Handlings.All[^1].Hotfix!.State;

    private static Fix Fix(HotfixTester hotfix) => hotfix.Handlings.All[^1].Hotfix!.Fix!;
}
