using System.Net;
using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>Commands in comments, over HTTP: which are heard, whose, in which order, and what happens when GitHub fails or moves on meanwhile.</summary>
public sealed class CommandScenarios
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_in_a_comment_are_done_each_once_and_in_order()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        var told = await hotfix.TellAsync(issue, "Looks bad.\n\n/hotfix severity P1\n/hotfix severity P0\n/hotfix role scribe @sam\n\n> /hotfix close\n\n```\n/hotfix abandon\n```\n");

        told.IsDone();
        Assert.Equal(["severity: P0"], issue.LabelNames().Where(name => name.StartsWith("severity", StringComparison.Ordinal)));
        Assert.Equal(["severity", "severity", "role"], told.Hotfix!.Commands.Select(command => command.Verb));
        Assert.Null(issue.Closed);
    }

    [Fact]
    public async Task Of_too_many_the_first_are_read_and_the_rest_is_told()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        var told = await hotfix.TellAsync(issue, string.Join('\n', Enumerable.Range(0, 22).Select(number => $"/hotfix timeline add {number}")));

        Assert.Equal("A comment has at most 20 commands: the first 20 were read, and 2 more were not; write them in another comment.", told.Answer);
        Assert.Equal(20, told.Hotfix!.Notes.Count);
    }

    [Fact]
    public async Task A_report_as_long_as_GitHub_takes_does_not_keep_twenty_commands_from_being_done()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong", string.Concat(Enumerable.Repeat("ж ", 32_000)));

        var told = await hotfix.TellAsync(issue, string.Join('\n', Enumerable.Range(0, 20).Select(number => $"/hotfix timeline add {number} {new string('ж', 3000)}")));

        Assert.Equal(Heard.Done, told.Signs);
        Assert.Equal(20, told.Hotfix!.Notes.Count);
    }

    [Fact]
    public async Task An_edit_runs_what_is_new_and_only_by_its_author()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        var said = issue.Comment("/hotfix timeline add one", "maintainer");
        await hotfix.SayAsync(said);

        await HearEditAsync(hotfix, said.Comment, "/hotfix timeline add one\n/hotfix severity P1", "somebody", 0);
        Assert.Contains("severity: P3", issue.LabelNames());
        await HearEditAsync(hotfix, said.Comment, "/hotfix timeline add one\n/hotfix severity P1\n/hotfix timeline add two", null, 1);

        Assert.Contains("severity: P3", issue.LabelNames()); // it was there before the author's edit
        Assert.Equal(["one", "two"], (await hotfix.TellAsync(issue, "/hotfix status")).Hotfix!.Notes.Select(note => note.Text));
    }

    [Fact]
    public async Task A_bots_comment_commands_nothing_and_a_deleted_one_takes_nothing_back()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        hotfix.GitHub.State.User("helper[bot]", "Bot");
        hotfix.Repository.Roles["helper[bot]"] = "admin";

        var (byBot, heard) = issue.Comment("/hotfix close", "helper[bot]");
        await hotfix.HearAsync(heard);
        Assert.Equal("", byBot.Signs());
        Assert.Null(issue.Closed);

        var said = issue.Comment("/hotfix severity P1", "maintainer");
        await hotfix.SayAsync(said);
        await hotfix.HearAsync(said.Comment.Delete());
        Assert.Contains("severity: P1", issue.LabelNames());
    }

    [Theory]
    [InlineData("none", "no role", false)]
    [InlineData("read", "the role `read`", false)]
    [InlineData("triage", "", true)]
    [InlineData("write", "", true)]
    [InlineData("maintain", "", true)]
    [InlineData("admin", "", true)]
    [InlineData("release-manager", "", true)]
    public async Task What_GitHub_says_of_a_person_counts(string role, string says, bool may)
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        hotfix.Repository.Roles["sam"] = role;

        var told = await hotfix.TellAsync(issue, "/hotfix severity P1", "sam");

        if (may)
        {
            told.IsDone();
        }
        else
        {
            told.IsRefused($"You have {says} in this repository, and `severity` needs `triage`.");
        }
    }

    [Fact]
    public async Task The_config_says_who_may_by_role_by_team_or_by_login()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", "commands:\n  severity: { role: admin }\n  pause: { people: [sam] }\n  impact: { teams: [on-call] }\n  close: { role: admin, teams: [on-call], people: [sam] }\n  resume: {}\n");
        hotfix.GitHub.Installation("acme").AddToTeam("on-call", "tina");
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix severity P1")).IsRefused("You have the role `write` in this repository, and `severity` needs the role `admin`.");
        (await hotfix.TellAsync(issue, "/hotfix pause store")).IsRefused("You have the role `write` in this repository, and `pause` needs to be named in the config.");
        (await hotfix.TellAsync(issue, "/hotfix impact data_loss")).IsRefused("You have the role `write` in this repository, and `impact` needs membership of the team `on-call`.");
        (await hotfix.TellAsync(issue, "/hotfix close")).IsRefused("You have the role `write` in this repository, and `close` needs the role `admin` or membership of the team `on-call` or to be named in the config.");
        (await hotfix.TellAsync(issue, "/hotfix resume")).IsRefused("You have the role `write` in this repository, and `resume` needs what nobody has: the config lets nobody use it.");
        (await hotfix.TellAsync(issue, "/hotfix pause store", "Sam")).IsDone();
        (await hotfix.TellAsync(issue, "/hotfix impact data_loss", "tina")).IsDone();
        (await hotfix.TellAsync(issue, "/hotfix close", "tina")).IsDone();
    }

    [Fact]
    public async Task A_team_that_cannot_be_read_is_no_refusal_of_the_person()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", "commands:\n  pause: { teams: [on-call], people: [sam] }\n");
        var installation = hotfix.GitHub.Installation("acme");
        installation.Permissions = installation.Permissions.Where(permission => permission.Key != "members").ToDictionary();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix pause store")).IsRefused(
            "Who may use `pause` depends on the team `on-call`, and GitHub does not let Hotfix see who is in it. An owner of the organization can accept the permission to read its members.");
        (await hotfix.TellAsync(issue, "/hotfix pause store", "sam")).IsDone();
    }

    [Theory]
    [InlineData(nameof(SandboxFault.ServerError))]
    [InlineData(nameof(SandboxFault.Drop))]
    [InlineData(nameof(SandboxFault.DropAfter))]
    public async Task An_outage_is_never_told_as_a_refusal_and_the_command_is_done_once(string fault)
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        hotfix.GitHub.Faults.Next(Enum.Parse<SandboxFault>(fault), 3, (_, path) => path.EndsWith("/permission", StringComparison.Ordinal));

        var said = issue.Comment("/hotfix timeline add once", "maintainer");
        await hotfix.HearAsync(said.Delivery);
        var done = await hotfix.Handlings.UntilAsync(handled => handled.Head is { Event: "hotfix.command", Status: not DeliveryStatus.Waiting }, Cancellation);

        Assert.Equal(3, hotfix.GitHub.Faults.Happened);
        Assert.Equal(DeliveryStatus.Done, done.Head.Status);
        Assert.Equal((Heard.Done, 0), (said.Comment.Signs(), issue.Answers().Count));
        Assert.Single(done.Hotfix!.Notes);
    }

    [Theory]
    [InlineData("POST", "/comments")]
    [InlineData("POST", "/reactions")]
    [InlineData("PATCH", "/1")]
    public async Task What_had_no_answer_is_not_done_twice(string method, string path)
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        hotfix.GitHub.Faults.Next(SandboxFault.DropAfter, 1, (asked, at) => asked == method && at.EndsWith(path, StringComparison.Ordinal));

        var told = await hotfix.TellAsync(issue, "/hotfix status\n/hotfix timeline add once\n/hotfix close\n/hotfix status");

        Assert.Equal(1, hotfix.GitHub.Faults.Happened);
        Assert.Equal(Heard.Done, told.Signs);
        Assert.Equal(2, told.Answers.Count);
        Assert.Single(issue.Standing());
        Assert.Single(issue.Cards());
        Assert.Single(told.Hotfix!.Notes);
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_is_heard_once()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        var said = issue.Comment("/hotfix timeline add once\n/hotfix status", "maintainer");
        await hotfix.SayAsync(said);
        hotfix.GitHub.Calls.Clear();

        Assert.Equal(HttpStatusCode.Accepted, await hotfix.GitHub.SendAsync(said.Delivery, Cancellation));
        var told = await hotfix.TellAsync(issue, "/hotfix help");

        Assert.Single(told.Hotfix!.Notes);
        Assert.Equal(2, issue.Standing().Count);
    }

    [Fact]
    public async Task On_a_closed_issue_one_may_ask_and_take_back_and_nothing_else()
    {
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600));
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        await hotfix.HearAsync(issue.Close());

        Assert.Contains("- **State** closed.", (await hotfix.TellAsync(issue, "/hotfix status")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix role scribe @sam")).IsDone();
        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();

        foreach (var line in new[] { "triage", "severity P1", "impact data_loss", "frequency rare", "assign @sam", "next-release", "duplicate #1", "pause store", "resume", "close", "abandon", "start" })
        {
            var told = await hotfix.TellAsync(issue, $"/hotfix {line}");
            told.IsRefused($"This issue is closed, and `{line.Split(' ')[0]}` works on open issues only. Reopen it first.");
        }
    }

    [Fact]
    public async Task On_an_issue_that_a_bot_filed_one_may_ask()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.GitHub.State.User("reporter[bot]", "Bot");
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "", "reporter[bot]");
        await hotfix.HearAsync(opened);

        Assert.Equal("### Not triaged yet\n\n- **State** not triaged yet.\n- **Next step** It is read when somebody writes `/hotfix triage`.", (await hotfix.TellAsync(issue, "/hotfix status")).Answer);
        Assert.Empty(issue.Cards());
    }

    [Fact]
    public async Task On_a_pull_request_without_a_hotfix_there_is_only_help()
    {
        await using var hotfix = await Released.StartAsync();
        var (pull, _, _) = hotfix.Repository.OpenPull("feature", new Dictionary<string, string?> { ["src/popup.js"] = "close();\n" });

        var help = await hotfix.TellAsync(pull.Issue, "/hotfix help");
        Assert.Equal(Heard.Done, help.Signs);
        Assert.Contains("| `/hotfix start", help.Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(pull.Issue, "/hotfix status")).IsRefused("This pull request does not belong to a hotfix: only one that `/hotfix start` has opened does.");
        (await hotfix.TellAsync(pull.Issue, "/hotfix severity P1")).IsRefused("`severity` is a command for issues, and this is a pull request.");
    }

    [Fact]
    public async Task On_the_hotfixs_pull_request_what_is_asked_is_answered_there_and_the_rest_is_for_the_issue()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        await hotfix.TellAsync(issue, "/hotfix start");
        var pull = hotfix.Fix();

        Assert.Contains("- **State** started.", (await hotfix.TellAsync(pull.Issue, "/hotfix status")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(pull.Issue, "/hotfix role scribe @sam")).IsDone();
        Assert.Equal("- **Roles** scribe `sam`.", issue.CardLine("Roles"));
        (await hotfix.TellAsync(pull.Issue, "/hotfix severity P1")).IsRefused($"`severity` is a command for issues. The issue of this pull request is #{issue.Number}: write it there.");
        Assert.Empty(issue.Answers());
    }

    [Fact]
    public async Task A_head_that_moved_before_the_command_acted_stops_it()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        await hotfix.TellAsync(issue, "/hotfix start");
        var pull = hotfix.Fix();
        var was = pull.Head.Sha;
        hotfix.GitHub.Faults.Next(SandboxFault.Slow, 1, (_, path) => path.EndsWith("/permission", StringComparison.Ordinal));

        var said = pull.Comment("/hotfix role scribe @sam", "maintainer");
        await hotfix.GitHub.SendAsync(said.Delivery, Cancellation);
        await hotfix.GitHub.WaitUntilAsync(_ => hotfix.GitHub.Faults.Held == 1, Cancellation);
        var (commit, _, _) = pull.PushToPull(new Dictionary<string, string?> { ["src/popup.js"] = "other();\n" });
        hotfix.GitHub.Faults.Release();
        var done = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == $"command-{said.Delivery.Id}-00" && handled.Head.Status == DeliveryStatus.Done, Cancellation);

        Assert.Equal(Heard.Refused, said.Comment.Signs());
        Assert.Equal($"`/hotfix role scribe @sam`\n\nThe pull request moved on from `{was[..7]}` to `{commit.Sha[..7]}` after you wrote that, so nothing was done. Look at what is there now, and write the command again.", Assert.Single(pull.Issue.Standing()));
        Assert.Empty(done.Hotfix!.Roles);
    }

    [Fact]
    public async Task Hostile_comments_ping_nobody_and_run_only_what_was_written_as_a_command()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        foreach (var hostile in HostileComments.Generate(200, seed: 7).Where(comment => comment.Commands.Count is > 0 and < 5 && comment.Text.Length < 65_536).Take(6))
        {
            await hotfix.TellAsync(issue, hostile.Text, "stranger");
        }

        Assert.Null(issue.Closed);
        Assert.Contains("severity: P3", issue.LabelNames());
        Assert.NotEmpty(issue.Answers());
        Assert.All(issue.Answers(), answer => Assert.DoesNotContain("@", string.Concat(answer.Split('`').Where((_, at) => at % 2 == 0)), StringComparison.Ordinal));
    }

    private static async Task HearEditAsync(HotfixTester hotfix, SandboxComment comment, string body, string? by, int commands)
    {
        var edit = comment.Edit(body, by);
        await hotfix.HearAsync(edit);

        for (var at = 0; at < commands; at++)
        {
            await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == $"command-{edit.Id}-{at:D2}" && handled.Head.Status != DeliveryStatus.Waiting, Cancellation);
        }
    }
}
