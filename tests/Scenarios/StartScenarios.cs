using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary><c>/hotfix start</c>, over HTTP: branches, version, files, pull request, and what stands in the way.</summary>
public sealed class StartScenarios
{
    [Fact]
    public async Task Start_makes_line_branch_version_and_pull_request_and_says_so()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start");

        var pull = hotfix.Fix();
        var released = hotfix.Repository.Branches.Find("v1.0.0")!;
        Assert.Equal(("release/v1.0.0", true), (pull.BaseBranch, pull.IsDraft));
        Assert.Equal(released, hotfix.Repository.Branches.Branch("release/v1.0.0"));
        Assert.Equal(released, Assert.Single(pull.Head.Parents));
        Assert.StartsWith("hotfix/v1.0.1/", pull.HeadBranch, StringComparison.Ordinal);
        Assert.Equal(["CHANGELOG.md", "manifest.json"], pull.Files.Select(file => file.Path).Order());
        Assert.Contains("[HOTFIX]", pull.Issue.Title, StringComparison.Ordinal);
        Assert.Contains("\"version\": \"1.0.1\"", pull.Head.Files["manifest.json"].Text(), StringComparison.Ordinal);
        Assert.Contains("## [1.0.1]", pull.Head.Files["CHANGELOG.md"].Text(), StringComparison.Ordinal);
        Assert.Contains($"#{issue.Number}", pull.Issue.Body, StringComparison.Ordinal);
        Assert.Contains($"as #{pull.Number} into `release/v1.0.0`", issue.Card(), StringComparison.Ordinal);
        Assert.Contains($"- **Next step** Push the fix to `{pull.HeadBranch}`, then mark #{pull.Number} as ready for review.", issue.Card(), StringComparison.Ordinal);
        Assert.Equal(["eyes", "rocket"], issue.Comments.Single(comment => !comment.ByApp).Reactions.Select(reaction => reaction.Content));
    }

    [Fact]
    public async Task Starting_twice_names_the_one_that_exists()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        await hotfix.SayAsync(issue, "/hotfix start");

        await hotfix.SayAsync(issue, "/hotfix start");

        Assert.Contains($"It is started already: the branch `{hotfix.Fix().HeadBranch}`, and the pull request #{hotfix.Fix().Number}.", Assert.Single(issue.Answers()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_says_what_would_be_and_does_nothing()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start --dry-run");

        Assert.Empty(hotfix.Repository.Pulls);
        Assert.Null(hotfix.Repository.Branches.Branch("release/v1.0.0"));
        var answer = Assert.Single(issue.Answers());
        Assert.Contains("- give out the version 1.0.1 (1.0.1 in the store), from `v1.0.0`", answer, StringComparison.Ordinal);
        Assert.Contains("- make the branch `release/v1.0.0`", answer, StringComparison.Ordinal);
        Assert.EndsWith("None of this was done.", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hotfix start --from v0.9.0", "There is no release or tag `v0.9.0` to start from. The newest is `v1.0.0`.")]
    [InlineData("/hotfix start --version 0.9.0", "0.9.0")]
    [InlineData("/hotfix start --version banana", "banana")]
    public async Task What_cannot_be_started_from_is_told_and_nothing_is_made(string command, string sentence)
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, command);

        Assert.Contains(sentence, Assert.Single(issue.Answers()), StringComparison.Ordinal);
        Assert.Equal(["main"], hotfix.Repository.Branches.All.Select(branch => branch.Name));
        Assert.Equal(["eyes", "confused"], issue.Comments.Single(comment => !comment.ByApp).Reactions.Select(reaction => reaction.Content));
    }

    [Fact]
    public async Task Name_and_version_may_be_asked_for()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start --version 1.0.7 --name crash-on-load");

        Assert.Equal("hotfix/v1.0.7/crash-on-load", hotfix.Fix().HeadBranch);
    }

    [Fact]
    public async Task The_release_that_the_report_names_comes_before_the_newest()
    {
        await using var hotfix = await Released.StartAsync();
        hotfix.Repository.Release("v2.0.0");
        var (issue, _) = await hotfix.FileAsync("The extension crashes on every page", "### Version\n\n1.0.0\n\n### What happened?\n\nIt crashes for all users, and their saved data is lost.");

        await hotfix.SayAsync(issue, "/hotfix start");

        Assert.Equal("release/v1.0.0", hotfix.Fix().BaseBranch);
        Assert.Contains("\"version\": \"2.0.0.1\"", hotfix.Fix().Head.Files["manifest.json"].Text(), StringComparison.Ordinal);
        Assert.Contains("\"version_name\": \"1.0.1\"", hotfix.Fix().Head.Files["manifest.json"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_release_there_is_nothing_to_start_from()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start");

        Assert.Contains("There is no release yet that a hotfix could start from.", Assert.Single(issue.Answers()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_finds_no_version_is_named()
    {
        await using var hotfix = await Released.StartAsync("branches: { version_files: [{ path: src/popup.js, pattern: \"VERSION = '(?<version>[^']+)'\" }] }");
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start");

        Assert.Contains("src/popup.js", Assert.Single(issue.Answers()), StringComparison.Ordinal);
        Assert.Empty(hotfix.Repository.Pulls);
    }

    [Fact]
    public async Task What_a_ruleset_forbids_is_told_and_what_was_made_before_is_taken_back()
    {
        await using var hotfix = await Released.StartAsync();
        hotfix.Repository.Protect("hotfix/**/*");
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start");

        Assert.Contains("GitHub did not let it happen, so nothing of it was done:", Assert.Single(issue.Answers()), StringComparison.Ordinal);
        Assert.Contains("A rule of the repository does not let the App", issue.Answers()[0], StringComparison.Ordinal);
        Assert.Equal(["main"], hotfix.Repository.Branches.All.Select(branch => branch.Name));
        Assert.Null(hotfix.Handlings.All[^1].Hotfix!.Fix);

        hotfix.Repository.Rules.Clear();
        await hotfix.SayAsync(issue, "/hotfix start");
        Assert.StartsWith("hotfix/v1.0.2/", hotfix.Fix().HeadBranch, StringComparison.Ordinal); // 1.0.1 was given out, and is not given out again
    }

    [Fact]
    public async Task A_branch_that_is_there_with_other_content_is_told()
    {
        await using var hotfix = await Released.StartAsync();
        hotfix.Repository.CreateBranch("hotfix/v1.0.1/mine");
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start --name mine");

        Assert.Contains("There is a branch `hotfix/v1.0.1/mine` already", Assert.Single(issue.Answers()), StringComparison.Ordinal);
        Assert.Null(hotfix.Repository.Branches.Branch("release/v1.0.0"));
    }

    [Fact]
    public async Task Who_may_only_read_starts_nothing()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();

        await hotfix.SayAsync(issue, "/hotfix start", by: "beta-user");

        Assert.Contains("You have the role `read` in this repository, and `start` needs `write`.", Assert.Single(issue.Answers()), StringComparison.Ordinal);
        Assert.Empty(hotfix.Repository.Pulls);
    }

    [Fact]
    public async Task Undone_there_is_nothing_left_but_the_version_that_was_given_out()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        await hotfix.SayAsync(issue, "/hotfix start");

        await hotfix.SayAsync(issue, "/hotfix undo");

        Assert.Equal(["main"], hotfix.Repository.Branches.All.Select(branch => branch.Name));
        Assert.False(hotfix.Fix().IsOpen);
        Assert.Contains("The version 1.0.1 stays taken", Assert.Single(issue.Answers()), StringComparison.Ordinal);
        Assert.DoesNotContain("**Fix**", issue.Card(), StringComparison.Ordinal);

        await hotfix.SayAsync(issue, "/hotfix start");
        Assert.Contains(hotfix.Repository.Pulls, pull => pull.IsOpen && pull.HeadBranch.StartsWith("hotfix/v1.0.2/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Undone_a_branch_that_somebody_pushed_to_stays()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        await hotfix.SayAsync(issue, "/hotfix start");
        var pull = hotfix.Fix();
        var (_, pushed, synchronized) = pull.PushToPull(new Dictionary<string, string?> { ["src/popup.js"] = "mine();\n" });
        await hotfix.HearAsync([pushed, synchronized]);

        await hotfix.SayAsync(issue, "/hotfix undo");

        Assert.NotNull(hotfix.Repository.Branches.Branch(pull.HeadBranch));
        Assert.False(pull.IsOpen);
        Assert.Contains($"- The branch `{pull.HeadBranch}`: somebody has pushed to it.", Assert.Single(issue.Answers()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_started_at_once_get_two_versions()
    {
        await using var hotfix = await Released.StartAsync();
        var issues = new[] { await hotfix.ReportAsync(), await hotfix.ReportAsync("The extension crashes on start") };

        await Task.WhenAll(issues.Select(issue => hotfix.SayAsync(issue, "/hotfix start")));

        Assert.Equal(["1.0.1", "1.0.2"], hotfix.Repository.Pulls.Select(pull => pull.HeadBranch.Split('/')[1][1..]).Order());
    }

    [Fact]
    public async Task A_trusted_reporters_P0_starts_by_itself_and_a_strangers_waits_for_one_word()
    {
        await using var hotfix = await Released.StartAsync("start: { automatic: [P0], trusted: [canary] }");
        var (_, stranger) = hotfix.Repository.File("The extension crashes on every page", "It crashes for all users, and their saved data is lost.");
        await hotfix.HearAsync(stranger);
        Assert.Empty(hotfix.Repository.Pulls);

        var (issue, delivery) = hotfix.Repository.File("The extension crashes on start", "It crashes for all users, and their saved data is lost.", "canary");
        await hotfix.HearAsync(delivery);
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == $"command-{delivery.Id}-start-00" && handled.Head.Status != DeliveryStatus.Waiting, TestContext.Current.CancellationToken);

        Assert.Contains($"as #{hotfix.Fix().Number} into", issue.Card(), StringComparison.Ordinal);
        Assert.Contains("comment `/hotfix start`", hotfix.Repository.Find(1)!.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_web_service_it_starts_and_ends_at_the_default_branch()
    {
        await using var hotfix = await Released.StartAsync("extends: web-service\nbranches: { version_files: [{ path: manifest.json }] }");
        var (issue, _) = await hotfix.FileAsync("The service is down for all users", "Nobody can sign in, data is lost.");

        await hotfix.SayAsync(issue, "/hotfix severity P0\n/hotfix start");

        var pull = hotfix.Fix();
        Assert.Equal(("main", hotfix.Repository.Branches.Head), (pull.BaseBranch, Assert.Single(pull.Head.Parents)));
        Assert.Equal(["main", pull.HeadBranch], hotfix.Repository.Branches.All.Select(branch => branch.Name).OrderBy(name => name != "main"));
    }
}
