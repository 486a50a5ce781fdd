using System.Net;
using Hotfix.Handlers;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>A team's own configuration: where it is looked for, what a push or a pull request that touches it is told, and what a wrong one does.</summary>
public sealed class ConfigScenarios
{
    private const string File = ".github/hotfix.yml";
    private const string Relaxed = "severities:\n  P0:\n    respond_within: 3h\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_of_a_repository_before_its_first_event_and_two_files_with_it_and_none_after()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        Assert.DoesNotContain(Reads(hotfix), path => path.Contains("/contents/", StringComparison.Ordinal));

        await hotfix.FileAsync("The extension crashes for all users");
        Assert.Equal(["/repos/acme/extension/contents/.github/hotfix.yml", "/repos/acme/.github/contents/.github/hotfix.yml"], Reads(hotfix).Where(path => path.Contains("/contents/", StringComparison.Ordinal)));

        hotfix.GitHub.Calls.Clear();
        await hotfix.FileAsync("The extension crashes for everyone, it crashes");
        Assert.Empty(Reads(hotfix));
    }

    /// <summary>As many as the sandbox is quick with; what would be done once a repository would be done ten thousand times.</summary>
    [Fact]
    public async Task An_installation_with_many_repositories_causes_no_call_for_any_of_them()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var repositories = Enumerable.Range(1, 1000).Select(number => hotfix.GitHub.AddRepository("acme", $"repository-{number}")).ToList();

        await hotfix.HearAsync(hotfix.GitHub.Installation("acme").Install());
        await hotfix.HearAsync(hotfix.GitHub.Installation("acme").Grant(repositories[0]));
        await hotfix.HearAsync(hotfix.GitHub.Installation("acme").AcceptPermissions());

        Assert.Equal(["/app"], hotfix.GitHub.Calls.All.Select(call => call.Path));
        Assert.Empty(await hotfix.Services.GetRequiredService<IDocuments>().QueryAsync($"repositories-{hotfix.Repository.Installation.Id}", RowRange.Prefix(""), 1, Cancellation));
    }

    [Fact]
    public async Task The_repositorys_own_file_counts_and_the_card_links_the_line_of_the_rule()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", File, "rules:\n  prepend:\n    - name: ours\n      severities: [P3]\n      decision: backlog\n");

        var (issue, handled) = await hotfix.FileAsync("The color is wrong");

        Assert.Equal("P3 backlog", handled.Head.Outcome);
        Assert.Contains("- **Decision** backlog, by the rule [`ours`](https://github.com/acme/extension/blob/HEAD/.github/hotfix.yml#L3)", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accounts_file_counts_where_a_repository_has_none()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.GitHub.AddRepository("acme", ".github").Push("main", File, "extends: cli\n");

        var (_, handled) = await hotfix.FileAsync("The color is wrong");

        Assert.Equal("P3 backlog", handled.Head.Outcome);
    }

    [Fact]
    public async Task A_push_of_a_valid_file_is_rehearsed_checked_and_counts()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.FileAsync("The color is wrong");
        await hotfix.FileAsync("The | color `is` wrong @everyone");
        var (commit, delivery) = hotfix.Repository.Push("main", File, "extends: cli\n");

        var handled = await hotfix.HearAsync(delivery);

        Assert.Equal("config adopted", handled.Head.Outcome);
        var check = Assert.Single(hotfix.Repository.Checks);
        Assert.Equal(("hotfix/config", commit.Sha, "success", "Valid; no issue changes severity, 2 issues change decision"), (check.Name, check.Commit, check.Conclusion, check.Title));
        Assert.Contains("Tried on all 2 issues of the last 90 days", check.Summary, StringComparison.Ordinal);
        Assert.Contains("| #1 | `The color is wrong` | batch | backlog |", check.Text, StringComparison.Ordinal);
        Assert.Contains("| #2 | `The ¦ color 'is' wrong @everyone` | batch | backlog |", check.Text, StringComparison.Ordinal);
        Assert.Equal("P3 backlog", (await hotfix.FileAsync("The color is off")).Handled.Head.Outcome);
    }

    [Fact]
    public async Task A_file_with_errors_is_told_on_its_lines_and_never_counts()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.HearAsync(hotfix.Repository.Push("main", File, "extends: cli\n").Delivery);
        var (commit, delivery) = hotfix.Repository.Push("main", File, "extends: cli\nseverity:\n  P0: {}\n");

        Assert.Equal("config with errors", (await hotfix.HearAsync(delivery)).Head.Outcome);

        var check = hotfix.Repository.Checks.Single(check => check.Commit == commit.Sha);
        Assert.Equal(("failure", "One error"), (check.Conclusion, check.Title));
        var annotation = Assert.Single(check.Annotations);
        Assert.Equal((File, 2), (annotation.Path, annotation.StartLine));
        Assert.Contains("did you mean `severities`?", annotation.Message, StringComparison.Ordinal);
        Assert.Equal("P3 backlog", (await hotfix.FileAsync("The color is off")).Handled.Head.Outcome);
    }

    [Fact]
    public async Task A_pull_request_that_touches_it_gets_a_verdict_and_one_that_does_not_gets_none()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var touching = hotfix.Repository.OpenPull("config", new Dictionary<string, string?> { [File] = "extends: cli\n" }, "Our process");
        var other = hotfix.Repository.OpenPull("readme", new Dictionary<string, string?> { ["README.md"] = "Hello" }, "Say hello");

        await hotfix.HearAsync(touching.Push);
        Assert.Equal("config checked", (await hotfix.HearAsync(touching.Opened)).Head.Outcome);
        Assert.Equal("config not touched", (await hotfix.HearAsync(other.Opened)).Head.Outcome);

        Assert.Equal("It counts once it is at the head of the default branch.", Assert.Single(hotfix.Repository.Checks).Summary!.Split("\n\n")[^1]);
        Assert.Equal("P3 batch", (await hotfix.FileAsync("The color is wrong")).Handled.Head.Outcome);
    }

    [Fact]
    public async Task Asked_for_again_the_check_is_made_again()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.HearAsync(hotfix.Repository.Push("main", File, "extends: cli\n").Delivery);

        Assert.Equal("config checked", (await hotfix.HearAsync(Assert.Single(hotfix.Repository.Checks).Rerequest("maintainer"))).Head.Outcome);
        Assert.Single(hotfix.Repository.Checks);
    }

    [Fact]
    public async Task A_file_that_is_gone_leaves_the_default_profile()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.HearAsync(hotfix.Repository.Push("main", File, "extends: cli\n").Delivery);
        await hotfix.FileAsync("The color is wrong");

        await hotfix.HearAsync(hotfix.Repository.Push("main", File, null).Delivery);

        Assert.Equal("No configuration of its own", hotfix.Repository.Checks[^1].Title);
        Assert.Contains("Tried on all 1 issue of the last 90 days: no issue changes severity, 1 issue changes decision.", hotfix.Repository.Checks[^1].Summary, StringComparison.Ordinal);
        Assert.Equal("P3 batch", (await hotfix.FileAsync("The color is off")).Handled.Head.Outcome);
    }

    [Fact]
    public async Task A_changed_file_has_the_open_clocks_counted_anew_and_the_card_and_the_list_of_what_is_due_say_so()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, before) = await hotfix.FileAsync("The extension crashes for all users");
        var opened = before.Hotfix!.OpenedAt;

        var (_, delivery) = hotfix.Repository.Push("main", File, Relaxed);
        await hotfix.HearAsync(delivery);
        var recounted = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == $"recount-{delivery.Id}-{hotfix.Repository.Id}-{issue.Number}" && handled.Head.Status == DeliveryStatus.Done, Cancellation);

        Assert.Equal("clocks recounted", recounted.Head.Outcome);
        var due = recounted.Hotfix!.Deadlines[0].Due!.Value;
        Assert.InRange(due - opened, TimeSpan.FromHours(3), TimeSpan.FromHours(3) + TimeSpan.FromMinutes(1));
        Assert.Contains($"**Respond by** {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", issue.Card(), StringComparison.Ordinal);
        Assert.Equal([due], await DueAsync(hotfix, due.AddMinutes(1)).Where(item => item.Kind == Domain.DeadlineKind.Respond).Select(item => item.Due).ToListAsync(Cancellation));
        Assert.Empty(await DueAsync(hotfix, due).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task The_accounts_file_has_the_clocks_of_its_repositories_counted_anew()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var account = hotfix.GitHub.AddRepository("acme", ".github");
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        var (_, delivery) = account.Push("main", File, Relaxed);
        await hotfix.HearAsync(delivery);
        var recounted = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == $"recount-{delivery.Id}-{hotfix.Repository.Id}-{issue.Number}" && handled.Head.Status == DeliveryStatus.Done, Cancellation);

        Assert.Contains("Tried on all 1 issue of the last 90 days", Assert.Single(account.Checks).Summary, StringComparison.Ordinal);
        Assert.InRange(recounted.Hotfix!.Deadlines[0].Due!.Value - recounted.Hotfix.OpenedAt, TimeSpan.FromHours(3), TimeSpan.FromHours(3) + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Triage_goes_on_where_the_permissions_on_files_are_not_accepted_yet()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.GitHub.Installation("acme").Permissions = new Dictionary<string, string> { ["issues"] = "write", ["metadata"] = "read" };

        Assert.Equal("P3 batch", (await hotfix.FileAsync("The color is wrong")).Handled.Head.Outcome);

        hotfix.Repository.Push("main", File, "extends: cli\n");
        await hotfix.HearAsync(hotfix.GitHub.Installation("acme").AcceptPermissions());
        Assert.Equal("P3 backlog", (await hotfix.FileAsync("The color is off")).Handled.Head.Outcome);
    }

    [Fact]
    public async Task A_file_that_was_changed_without_our_hearing_of_it_counts_within_a_day_and_the_clocks_with_it()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        await using var hotfix = await HotfixTester.StartAsync(time);
        var (issue, before) = await hotfix.FileAsync("The extension crashes for all users");
        hotfix.Repository.Push("main", File, Relaxed);

        time.Advance(TimeSpan.FromHours(25));
        await hotfix.FileAsync("The color is wrong");
        var recounted = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id.StartsWith("recount-", StringComparison.Ordinal) && handled.Hotfix?.Issue.Number == issue.Number && handled.Head.Status == DeliveryStatus.Done, Cancellation);

        Assert.Equal(TimeSpan.FromHours(1), recounted.Hotfix!.Deadlines[0].Due!.Value - before.Hotfix!.Deadlines[0].Due!.Value);
    }

    [Fact]
    public async Task A_stored_file_that_a_newer_Hotfix_does_not_take_any_more_stops_nothing()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.FileAsync("The color is wrong");
        var outdated = StateJson.Write(new StoredConfig("extends: gone\n", "1", null, DateTimeOffset.UtcNow, default), StateJson.Default.StoredConfig);
        await hotfix.Services.GetRequiredService<IDocuments>().WriteAsync($"config-{hotfix.Repository.Id}", [new DocumentWrite.Set("file", outdated)], Cancellation);

        Assert.Equal("P3 batch", (await hotfix.FileAsync("The color is off")).Handled.Head.Outcome);
    }

    [Fact]
    public async Task An_old_push_told_late_gets_its_verdict_and_does_not_count()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.FileAsync("The color is wrong");
        var old = hotfix.Repository.Push("main", File, "extends: appliance\n");
        await hotfix.HearAsync(hotfix.Repository.Push("main", File, "extends: cli\n").Delivery);

        Assert.Equal("config checked", (await hotfix.HearAsync(old.Delivery)).Head.Outcome);
        Assert.Equal("P3 backlog", (await hotfix.FileAsync("The color is off")).Handled.Head.Outcome);
    }

    [Fact]
    public async Task A_push_that_does_not_say_what_it_touched_leaves_a_repository_without_a_file_in_peace()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", "README.md", "Hello");

        Assert.Equal("code owners may have changed", (await hotfix.HearAsync(hotfix.Repository.Rewrite("main", new Dictionary<string, string?> { ["README.md"] = "Hello again" }).Delivery)).Head.Outcome);
        Assert.Empty(hotfix.Repository.Checks);
    }

    [Fact]
    public async Task A_push_that_touches_nothing_of_ours_is_not_stored()
    {
        await using var hotfix = await HotfixTester.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, await hotfix.GitHub.SendAsync(hotfix.Repository.Push("main", "README.md", "Hello").Delivery, Cancellation));
    }

    [Fact]
    public async Task Every_request_is_as_GitHub_describes_it()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.FileAsync("The color is wrong");
        await hotfix.HearAsync(hotfix.Repository.Push("main", File, "extends: cli\n").Delivery);
        await hotfix.HearAsync(hotfix.Repository.Push("main", File, "extends: nobody\n").Delivery);

        Assert.Empty(hotfix.Exchanges.SelectMany(exchange => OpenApi.GitHub.Check(exchange.Method, exchange.Target, exchange.RequestBody, exchange.Status, exchange.ResponseBody)));
        Assert.Empty(hotfix.GitHub.UnknownRequests);
    }

    private static IEnumerable<string> Reads(HotfixTester hotfix) => hotfix.GitHub.Calls.All.Where(call => call.Method == "GET").Select(call => call.Path);

    private static IAsyncEnumerable<DueItem> DueAsync(HotfixTester hotfix, DateTimeOffset time) => hotfix.Services.GetRequiredService<DueList>().BeforeAsync(time, Cancellation);
}
