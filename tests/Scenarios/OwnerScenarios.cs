using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>Who gets a report, over HTTP: the best match, whoever has room, whom GitHub takes; and what people change stays.</summary>
public sealed class OwnerScenarios
{
    private const string Team =
        """
        team:
          capacity: 1
          people:
            alice: { expertise: [performance] }
            bob: { expertise: [ui] }
        rules:
          prepend:
            - { name: to_the_best, severities: [P0, P1, P2, P3], decision: batch, assign: best_match }
        """;

    [Fact]
    public async Task A_report_goes_to_whoever_knows_it_and_the_card_says_why()
    {
        await using var hotfix = await StartAsync(Team, "alice", "bob");

        var (issue, handled) = await hotfix.FileAsync("The popup is slow");

        Assert.Equal(["alice"], issue.Assignees.Select(user => user.Login));
        Assert.Contains("- **Owner** `alice`, who knows performance; had 0 of 1 before.", issue.Card(), StringComparison.Ordinal);
        Assert.Equal("alice", handled.Hotfix!.Owner!.Login);
    }

    [Fact]
    public async Task With_warm_caches_a_report_that_is_assigned_costs_three_calls_the_card_last()
    {
        await using var hotfix = await StartAsync(Team.Replace("capacity: 1", "capacity: 9", StringComparison.Ordinal), "alice", "bob");
        await hotfix.FileAsync("The popup is slow");
        hotfix.GitHub.Calls.Clear();

        await hotfix.FileAsync("The page is slow");

        Assert.Equal(["POST labels", "POST assignees", "POST comments"], hotfix.GitHub.Calls.All.Select(call => $"{call.Method} {call.Path.Split('/')[^1]}"));
    }

    [Fact]
    public async Task Who_has_no_room_is_passed_over_and_has_it_again_when_an_issue_is_closed()
    {
        await using var hotfix = await StartAsync(Team, "alice", "bob");
        var (first, _) = await hotfix.FileAsync("The popup is slow");
        var (second, _) = await hotfix.FileAsync("The page is slow");
        Assert.Equal(["bob"], second.Assignees.Select(user => user.Login));

        await hotfix.HearAsync(first.Close());
        var (third, _) = await hotfix.FileAsync("The list is slow");

        Assert.Equal(["alice"], third.Assignees.Select(user => user.Login));
    }

    [Fact]
    public async Task Whom_GitHub_will_not_have_is_left_out_and_the_card_says_so()
    {
        await using var hotfix = await StartAsync(Team, "bob");

        var (issue, _) = await hotfix.FileAsync("The popup is slow");

        Assert.Equal(["bob"], issue.Assignees.Select(user => user.Login));
        Assert.Contains("GitHub would not assign `alice`, who was left out.", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_GitHub_will_have_nobody_the_card_says_that_too()
    {
        await using var hotfix = await StartAsync(Team);

        var (issue, _) = await hotfix.FileAsync("The popup is slow");

        Assert.Empty(issue.Assignees);
        Assert.Contains("- **Owner** nobody. GitHub would not assign `alice` and `bob`, who were left out.", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_changes_stays_through_every_edit()
    {
        await using var hotfix = await StartAsync(Team, "alice", "bob", "carol");
        var (issue, _) = await hotfix.FileAsync("The popup is slow");
        await hotfix.HearAsync(issue.Unassign("alice"));
        Assert.Contains("- **Owner** nobody, as a person decided.", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync(issue.Assign("carol"));
        await hotfix.HearAsync(issue.Edit(title: "The popup is very slow"));

        Assert.Equal(["carol"], issue.Assignees.Select(user => user.Login));
        Assert.Contains("- **Owner** `carol`, as a person decided.", issue.Card(), StringComparison.Ordinal);
        Assert.Equal(["alice"], (await hotfix.FileAsync("The page is slow")).Issue.Assignees.Select(user => user.Login));
    }

    [Fact]
    public async Task Many_at_once_never_take_more_than_there_is_room_for()
    {
        await using var hotfix = await StartAsync(
            """
            team:
              capacity: 3
              people: { alice: { expertise: [performance] }, bob: { expertise: [performance] }, carol: { expertise: [performance] } }
            rules:
              prepend:
                - { name: to_the_best, severities: [P0, P1, P2, P3], decision: batch, assign: best_match }
            """,
            "alice", "bob", "carol");

        var filed = await Task.WhenAll(Enumerable.Range(1, 9).Select(number => hotfix.FileAsync($"The popup is slow ({number})")));

        Assert.Equal([3, 3, 3], filed.SelectMany(one => one.Issue.Assignees).CountBy(user => user.Login).OrderBy(count => count.Key).Select(count => count.Value));
    }

    [Fact]
    public async Task Who_owns_the_files_that_the_report_names_counts_as_knowing_it()
    {
        await using var hotfix = await StartAsync(
            Team.Replace("capacity: 1", "capacity: 1\n  code_owners: true", StringComparison.Ordinal),
            files: new() { [".github/CODEOWNERS"] = "*.js @alice\n/src/popup/ @bob\n" },
            "alice", "bob");

        var (issue, _) = await hotfix.FileAsync("Saving fails", "```\nTypeError: x is undefined\n    at save (src/popup/list.js:12:3)\n```");

        Assert.Equal(["bob"], issue.Assignees.Select(user => user.Login));
    }

    [Fact]
    public async Task A_delivery_that_is_tried_again_assigns_the_same_person_once()
    {
        await using var hotfix = await StartAsync(Team, "alice", "bob");
        await hotfix.FileAsync("The color is wrong"); // bob, and the caches are warm
        var (issue, delivery) = hotfix.Repository.File("The popup is slow", "");
        hotfix.GitHub.Faults.Next(SandboxFault.DropAfter, 1, (_, path) => path.EndsWith("/assignees", StringComparison.Ordinal));

        await hotfix.HearAsync(delivery);

        Assert.Equal(["alice"], issue.Assignees.Select(user => user.Login));
        Assert.Single(issue.Cards());
    }

    private static Task<HotfixTester> StartAsync(string config, params string[] assignable) => StartAsync(config, [], assignable);

    private static async Task<HotfixTester> StartAsync(string config, Dictionary<string, string?> files, params string[] assignable)
    {
        var hotfix = await HotfixTester.StartAsync();
        files[".github/hotfix.yml"] = config;
        hotfix.Repository.Push("main", files);

        foreach (var login in assignable)
        {
            hotfix.Repository.Team.Add(login);
        }

        return hotfix;
    }
}
