using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>The clocks of a report, over HTTP: when they start, what meets them, what makes them pause, and what is due.</summary>
public sealed class ClockScenarios
{
    private const string Config =
        """
        severities:
          P0: { respond_within: 2h, fix_within: 3h, release_within: 4h }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_has_its_times_on_the_card_and_in_the_list_of_what_is_due()
    {
        await using var hotfix = await StartAsync();
        var (issue, handled) = await hotfix.FileAsync("The extension crashes for all users");
        var opened = handled.Hotfix!.OpenedAt;

        Assert.Equal([DeadlineKind.Respond, DeadlineKind.Fix, DeadlineKind.Release], handled.Hotfix.Deadlines.Select(deadline => deadline.Kind));
        Assert.All(handled.Hotfix.Deadlines.Zip([2, 3, 4]), pair => Assert.InRange(pair.First.Due!.Value - opened, TimeSpan.FromHours(pair.Second), TimeSpan.FromHours(pair.Second) + TimeSpan.FromMinutes(1)));
        Assert.All(handled.Hotfix.Deadlines.Zip(["Respond by", "Fix by", "Release by"]), pair => Assert.Contains($"- **{pair.Second}** {pair.First.Due:yyyy-MM-dd HH:mm} UTC.", issue.Card(), StringComparison.Ordinal));
        Assert.Equal([DeadlineKind.Respond, DeadlineKind.Fix], await DueAsync(hotfix, opened.AddHours(3.5)));
    }

    [Fact]
    public async Task The_first_act_of_the_team_is_the_response_and_the_reporters_is_not()
    {
        await using var hotfix = await StartAsync();
        var (issue, filed) = await hotfix.FileAsync("The extension crashes for all users");

        await hotfix.HearAsync(issue.Comment("Me again.").Delivery);
        await hotfix.HearAsync(issue.Comment("Same here!", by: "somebody-else").Delivery);
        Assert.DoesNotContain("**Responded**", issue.Card(), StringComparison.Ordinal);

        var acted = await hotfix.HearAsync(issue.Comment("Looking.", by: "maintainer").Delivery);
        await hotfix.HearAsync(issue.Comment("Still looking.", by: "maintainer").Delivery);

        Assert.Contains("- **Responded** ", issue.Card(), StringComparison.Ordinal);
        Assert.Contains(", in time: it was due ", issue.Card(), StringComparison.Ordinal);
        Assert.NotNull(acted.Hotfix!.Deadlines[0].MetAt);
        Assert.Equal([DeadlineKind.Fix], await DueAsync(hotfix, filed.Hotfix!.OpenedAt.AddHours(3.5)));
    }

    [Fact]
    public async Task A_label_of_the_teams_makes_the_clocks_stand_still_until_it_is_taken_off()
    {
        await using var hotfix = await StartAsync();
        var (issue, filed) = await hotfix.FileAsync("The extension crashes for all users");

        await hotfix.HearAsync(issue.Label("waiting: store"));
        Assert.Contains("- **Fix by** the clock stands still, waiting for the store; ", issue.Card(), StringComparison.Ordinal);
        Assert.Empty(await DueAsync(hotfix, filed.Hotfix!.OpenedAt.AddDays(1)));

        await hotfix.HearAsync(issue.Unlabel("waiting: store"));
        Assert.Matches("- \\*\\*Fix by\\*\\* [0-9]{4}-", issue.Card());
    }

    [Fact]
    public async Task The_reporters_answer_ends_the_wait_for_it()
    {
        await using var hotfix = await StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.HearAsync(issue.Label("needs-info"));
        Assert.Contains("waiting for the reporter", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync(issue.Comment("It is version 1.1.").Delivery);

        Assert.DoesNotContain("waiting for the reporter", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_a_stranger_could_have_brought_pauses_nothing()
    {
        await using var hotfix = await StartAsync();
        var (issue, handled) = await hotfix.FileAsync("The extension crashes for all users", "Blocked by #7.", "waiting: store");

        Assert.All(handled.Hotfix!.Deadlines, deadline => Assert.NotNull(deadline.Due));
        Assert.Contains("- **Depends on** #7, as the report says.", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_meets_the_clock_of_the_fix_and_opening_again_starts_it_where_it_stood()
    {
        await using var hotfix = await StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        await hotfix.HearAsync(issue.Close());
        Assert.Contains("- **Fixed** ", issue.Card(), StringComparison.Ordinal);
        Assert.Empty(await DueAsync(hotfix, DateTimeOffset.MaxValue));

        await hotfix.HearAsync(issue.Reopen());
        Assert.Contains("- **Fix by** ", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_in_another_order_and_twice_give_the_same_times()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        var (first, _) = one.Repository.File("The extension crashes for all users", "");
        var (second, opened) = other.Repository.File("The extension crashes for all users", "");
        await one.HearAsync(first.Edit(body: "As filed."));
        SandboxDelivery[] inOrder = [first.Label("waiting: store"), first.Comment("Looking.", by: "maintainer").Delivery, first.Unlabel("waiting: store")];
        SandboxDelivery[] shuffled = [second.Label("waiting: store"), second.Comment("Looking.", by: "maintainer").Delivery, second.Unlabel("waiting: store")];

        foreach (var delivery in inOrder)
        {
            await one.HearAsync(delivery);
        }

        await other.HearAsync(opened);

        foreach (var delivery in new[] { shuffled[2], shuffled[1], shuffled[0] })
        {
            await other.HearAsync(delivery);
        }

        Assert.Equal(Shape(Last(one)), Shape(Last(other)));
        Assert.Contains("**Responded**", second.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_closed_hotfixes_tell_better_than_the_estimate_what_it_takes()
    {
        await using var hotfix = await StartAsync();

        for (var number = 1; number <= 5; number++)
        {
            var (issue, _) = await hotfix.FileAsync($"The extension crashes for all users ({number})");
            Assert.Contains(", by the profile's estimate.", issue.Card(), StringComparison.Ordinal);
            await hotfix.HearAsync(issue.Comment("Looking.", by: "maintainer").Delivery);
            await hotfix.HearAsync(issue.Close());
        }

        Assert.Contains("- **Effort** 0 min (0 min to 0 min), from the last 5 of its kind.", (await hotfix.FileAsync("The extension crashes for all users (6)")).Issue.Card(), StringComparison.Ordinal);
    }

    private static Domain.Hotfix Last(HotfixTester hotfix) => hotfix.Handlings.All.Last(handled => handled.Hotfix is not null).Hotfix!;

    /// <summary>What a clock is at, without the moment it started.</summary>
    private static IEnumerable<(DeadlineKind Kind, bool IsMet, PauseReason? PausedFor, bool IsDue)> Shape(Domain.Hotfix hotfix) =>
        hotfix.Deadlines.Select(deadline => (deadline.Kind, deadline.MetAt is not null, deadline.PausedFor, deadline.Due is not null));

    private static async Task<IReadOnlyList<DeadlineKind>> DueAsync(HotfixTester hotfix, DateTimeOffset time) =>
        await hotfix.Services.GetRequiredService<DueList>().BeforeAsync(time, Cancellation).Select(item => item.Kind).ToListAsync(Cancellation);

    private static async Task<HotfixTester> StartAsync()
    {
        var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", Config);

        return hotfix;
    }
}
