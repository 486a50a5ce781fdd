using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Missed;
using Hotfix.Ports;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>Nobody was there for so long that GitHub does not hold what it sent: what changed is listed, and handled once, as if it had been told.</summary>
public sealed class LongOutageScenarios
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ManualTime time = new(DateTimeOffset.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issues_and_comments_of_that_time_are_handled_and_what_was_told_before_is_not_handled_again()
    {
        await using var hotfix = await HotfixTester.StartAsync(time);
        var strange = hotfix.Repository.File("Filed before the App was here", "").Issue;
        await PassAsync(hotfix, TimeSpan.FromHours(1));
        var here = time.GetUtcNow();
        var (early, _) = await hotfix.FileAsync("The color is wrong");
        var said = early.Comment("/hotfix severity P1", "maintainer");
        await hotfix.SayAsync(said);
        await SweepAsync(hotfix);
        await PassAsync(hotfix, TimeSpan.FromMinutes(2));
        await hotfix.SayAsync(early.Comment("/hotfix pause reporter", "maintainer")); // told after the last sweep: its end is not the end of what came

        await PassAsync(hotfix, Day);
        var crash = hotfix.Repository.File("The extension crashes for all users", "Since the update.").Issue;
        var crashed = crash.Comment("/hotfix impact security", "maintainer").Comment;
        early.Edit(title: "All my chats are lost");
        var command = early.Comment("/hotfix resume", "maintainer").Comment;
        var changed = early.Comment("nothing yet", "maintainer").Comment;
        strange.Comment("me too", "beta-user");
        await PassAsync(hotfix, TimeSpan.FromMinutes(1));
        changed.Edit("/hotfix severity P3", by: "beta-user");
        await PassAsync(hotfix, 5 * Day);
        await SweepAsync(hotfix);
        await ListAsync(hotfix);
        await QuietAsync(hotfix);

        Assert.Contains("severity: P0", crash.LabelNames());
        Assert.Contains("impact: security", crash.LabelNames());
        Assert.Equal(["eyes", "rocket"], crashed.Reactions.Select(reaction => reaction.Content));
        Assert.Single(crash.Cards());
        Assert.Contains("severity: P1", early.LabelNames()); // by hand, and that stands
        Assert.Contains("All my chats are lost", await TitleAsync(hotfix, early), StringComparison.Ordinal);
        Assert.Equal(["eyes", "rocket"], command.Reactions.Select(reaction => reaction.Content));
        Assert.Empty(changed.Reactions);
        Assert.Empty(strange.Cards());
        Assert.Equal(["eyes", "rocket"], said.Comment.Reactions.Select(reaction => reaction.Content));
        Assert.Single(hotfix.Handlings.All.Where(handled => handled.Head.Status == DeliveryStatus.Done), handled => handled.Head.Outcome?.Contains("paused", StringComparison.Ordinal) == true);

        // Once more, for all that time: what we wrote ourselves changed the issues, so they are told again, and nothing is to be done about it
        hotfix.GitHub.Calls.Clear();
        await hotfix.Services.GetRequiredService<ListingLedger>().AskAsync(new(here, time.GetUtcNow() - (3 * Day)), Cancellation);
        await ListAsync(hotfix);
        await QuietAsync(hotfix);
        Assert.NotEmpty(hotfix.GitHub.Calls.All);
        Assert.All(hotfix.GitHub.Calls.All, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public async Task What_came_in_the_last_days_of_it_stands_in_the_record_and_is_told_once()
    {
        await using var hotfix = await HotfixTester.StartAsync(time);
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        await SweepAsync(hotfix);
        await PassAsync(hotfix, 8 * Day);
        var said = issue.Comment("/hotfix severity P1", "maintainer");
        hotfix.GitHub.IsHookAway = true;
        await hotfix.GitHub.SendAsync(said.Delivery, Cancellation);
        hotfix.GitHub.IsHookAway = false;
        await PassAsync(hotfix, Day);

        await SweepAsync(hotfix);
        await ListAsync(hotfix);
        await QuietAsync(hotfix);

        Assert.Equal(["eyes", "rocket"], said.Comment.Reactions.Select(reaction => reaction.Content));
        Assert.Single(hotfix.Handlings.All.Select(handled => handled.Head.Id).Distinct(), id => id.StartsWith("command-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_repositories_take_several_rounds_and_whoever_looks_sees_how_far_it_is()
    {
        await using var hotfix = await HotfixTester.StartAsync(time);
        await SweepAsync(hotfix);
        await PassAsync(hotfix, Day);
        var repositories = Enumerable.Range(0, 400).Select(at => hotfix.GitHub.AddRepository("acme", $"extension-{at}")).ToList();
        var issues = repositories.Where((_, at) => at % 100 == 7).Select(repository => repository.File("The extension crashes for all users", "").Issue).ToList();
        await PassAsync(hotfix, 5 * Day);
        await SweepAsync(hotfix);
        hotfix.GitHub.Calls.Clear();

        Assert.True(await RoundAsync(hotfix));
        var (first, calls) = ((await hotfix.Services.GetRequiredService<ListingLedger>().ReadAsync(Cancellation))!, hotfix.GitHub.Calls.All.Count(call => call.Method == "GET"));
        var (_, output, _) = await HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = $"sqlite:{hotfix.Store}" }, Cancellation, "deliveries");
        await ListAsync(hotfix);
        await QuietAsync(hotfix);

        Assert.Equal((401, null), (first.Repositories, first.EndedAt));
        Assert.InRange(first.Done, 100, 300);
        Assert.InRange(calls, 200, 300);
        Assert.Contains($"what changed then is being listed: {first.Done} of 401 repositories, ", output, StringComparison.Ordinal);
        Assert.All(issues, issue => Assert.Single(issue.Cards()));

        using var http = new HttpClient();
        var ready = JsonNode.Parse(await http.GetStringAsync(new Uri(hotfix.Url, "/ready"), Cancellation))!["missedDeliveries"]!["listing"]!;
        Assert.Equal((401, 401, 0, 4), (ready["repositories"]!.GetValue<int>(), ready["done"]!.GetValue<int>(), ready["skipped"]!.GetValue<int>(), ready["events"]!.GetValue<int>()));
        Assert.NotNull(ready["endedAt"]);
    }

    [Fact]
    public async Task Of_more_hotfixes_than_a_round_has_calls_for_each_pull_request_is_read_once_and_told_when_it_changed()
    {
        await using var hotfix = await HotfixTester.StartAsync(time);
        var pulls = new List<SandboxPull>();

        for (var at = 0; at < 300; at++)
        {
            var issue = hotfix.Repository.File($"Case {at}", "").Issue;
            var pull = hotfix.Repository.OpenPull($"hotfix/{at}", new Dictionary<string, string?> { ["a.txt"] = $"{at}" }).Pull;
            await Fixes.StoreAsync(hotfix.Services, new(new(hotfix.Repository.Installation.Id, hotfix.Repository.Id, "acme", "extension"), issue.Number), pull.Number, pull.HeadBranch, pull.Head.Sha);
            pulls.Add(pull);
        }

        await PassAsync(hotfix, TimeSpan.FromHours(1));
        await SweepAsync(hotfix);
        await PassAsync(hotfix, Day);
        var changed = pulls.Where((_, at) => at % 100 == 7).ToList();
        changed.ForEach(pull => pull.PushToPull(new Dictionary<string, string?> { ["a.txt"] = "mended" }));
        await PassAsync(hotfix, 5 * Day);
        await SweepAsync(hotfix);
        hotfix.GitHub.Calls.Clear();

        Assert.True(await RoundAsync(hotfix));
        var first = Read().Count;
        Assert.True(await RoundAsync(hotfix));

        Assert.InRange(first, 200, 250);
        Assert.Equal(pulls.Except(changed).Select(pull => pull.Number), Read());
        Assert.NotNull((await hotfix.Services.GetRequiredService<ListingLedger>().ReadAsync(Cancellation))!.EndedAt);
        var told = await hotfix.Services.GetRequiredService<DeliveryList>().NewestAsync(Cancellation).Select(delivery => delivery.Head.Id).Where(id => id.StartsWith("listed-", StringComparison.Ordinal)).ToListAsync(Cancellation);
        Assert.Equal(
            changed.Select(pull => $"listed-pull-{hotfix.Repository.Id}-{pull.Number}-").Order(StringComparer.Ordinal),
            told.Select(id => id[..(id.LastIndexOf('-') + 1)]).Order(StringComparer.Ordinal));

        // Those that changed are read by whoever handles what is told, too.
        IReadOnlyList<int> Read() =>
        [
            .. hotfix.GitHub.Calls.All
                .Where(call => call.Method == "GET" && call.Path.StartsWith("/repos/acme/extension/pulls/", StringComparison.Ordinal))
                .Select(call => int.Parse(call.Path.Split('/')[^1], null))
                .Where(number => changed.All(pull => pull.Number != number)),
        ];
    }

    [Fact]
    public async Task A_pull_request_that_was_pushed_to_and_merged_meanwhile_is_known_to_be()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var since = DateTimeOffset.UtcNow.AddSeconds(-1); // GitHub tells no fractions
        pull.Push("src/popup.js", "openSafely();\n");
        pull.Ready();
        pull.Merge("maintainer");

        await hotfix.Services.GetRequiredService<ListingLedger>().AskAsync(new(since, since.AddHours(1)), Cancellation);
        await ListAsync(hotfix);
        await hotfix.Handlings.UntilAsync(handled => handled.Hotfix?.State == HotfixState.Merged, Cancellation);
        await QuietAsync(hotfix);

        Assert.StartsWith("- **Next step** Publish the release `v1.0.1` from ", hotfix.Repository.Issues[0].CardLine("Next step"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_outage_and_a_first_start_list_nothing()
    {
        await using var hotfix = await HotfixTester.StartAsync(time);
        await SweepAsync(hotfix);
        await PassAsync(hotfix, 2 * Day);
        await SweepAsync(hotfix);

        Assert.True(await RoundAsync(hotfix));

        Assert.Null(await hotfix.Services.GetRequiredService<ListingLedger>().ReadAsync(Cancellation));
        Assert.DoesNotContain(hotfix.GitHub.Calls.All, call => call.Path.Contains("installation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_process_lists_at_a_time()
    {
        await using var hotfix = await HotfixTester.StartAsync(time);
        var ledger = hotfix.Services.GetRequiredService<ListingLedger>();
        await ledger.AskAsync(new(time.GetUtcNow() - (7 * Day), time.GetUtcNow() - (3 * Day)), Cancellation);
        var other = await ledger.TakeAsync(TimeSpan.FromHours(1), time.GetUtcNow(), Cancellation);

        Assert.False(await RoundAsync(hotfix));
        Assert.Null(await ledger.ReadAsync(Cancellation));

        await other!.ReleaseAsync([], Cancellation);
        await ListAsync(hotfix);
    }

    private static async Task SweepAsync(HotfixTester hotfix) => Assert.True(await hotfix.Services.GetRequiredService<MissedDeliveries>().SweepAsync(Cancellation));

    private static Task<bool> RoundAsync(HotfixTester hotfix) => hotfix.Services.GetRequiredService<ListingChanges>().RoundAsync(Cancellation);

    private static async Task ListAsync(HotfixTester hotfix)
    {
        for (var round = 0; round < 10; round++)
        {
            Assert.True(await RoundAsync(hotfix));

            if (await hotfix.Services.GetRequiredService<ListingLedger>().ReadAsync(Cancellation) is { EndedAt: not null })
            {
                return;
            }
        }

        Assert.Fail("It does not come to an end.");
    }

    /// <summary>Whatever is under way ends first: time that passes in a moment would end its lease.</summary>
    private async Task PassAsync(HotfixTester hotfix, TimeSpan by)
    {
        await hotfix.GitHub.EchoedAsync(Cancellation);
        await QuietAsync(hotfix);
        time.Advance(by);
    }

    /// <summary>Nothing waits to be handled any more.</summary>
    private static async Task QuietAsync(HotfixTester hotfix)
    {
        var list = hotfix.Services.GetRequiredService<DeliveryList>();

        while (await list.NewestAsync(Cancellation).FirstOrDefaultAsync(delivery => delivery.Head.Status == DeliveryStatus.Waiting, Cancellation) is { } waiting)
        {
            await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == waiting.Head.Id && handled.Head.Status != DeliveryStatus.Waiting, Cancellation);
        }
    }

    private static async Task<string> TitleAsync(HotfixTester hotfix, SandboxIssue issue) =>
        Encoding.UTF8.GetString((await hotfix.Services.GetRequiredService<IDocuments>().FindAsync($"issue-{hotfix.Repository.Id}-{issue.Number}", Rows.Report, Cancellation))!.Body.Span);
}
