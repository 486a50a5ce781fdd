using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix assign</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class AssignScenarios
{
    private const string Team =
        """
        team:
          people:
            alice: { expertise: [performance] }
            bob: { expertise: [ui] }
            carol: {}
        rules:
          prepend:
            - { name: to_the_best, severities: [P0, P1, P2, P3], decision: batch, assign: best_match }
        """;

    [Fact]
    public async Task Gives_it_to_somebody_and_undo_gives_it_back_with_the_reason_why_they_had_it()
    {
        await using var hotfix = await StartAsync();
        var (issue, _) = await hotfix.FileAsync("The popup is slow");
        var owner = issue.CardLine("Owner");

        (await hotfix.TellAsync(issue, "/hotfix assign @bob")).IsDone();
        Assert.Equal(["bob"], issue.Assignees.Select(user => user.Login));
        Assert.Equal("- **Owner** `bob`, as a person decided.", issue.CardLine("Owner"));

        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();
        Assert.Equal(["alice"], issue.Assignees.Select(user => user.Login));
        Assert.Equal(owner, issue.CardLine("Owner"));
    }

    [Fact]
    public async Task What_somebody_else_did_meanwhile_stays()
    {
        await using var hotfix = await StartAsync();
        var (issue, _) = await hotfix.FileAsync("The popup is slow");
        await hotfix.TellAsync(issue, "/hotfix assign bob");
        await hotfix.HearAsync(issue.Assign("carol"));

        (await hotfix.TellAsync(issue, "/hotfix undo")).IsRefused("Your last command here, `/hotfix assign bob`, made `bob` the owner; by now `carol` is, so there is nothing left to take back.");
        Assert.Equal("- **Owner** `carol`, as a person decided.", issue.CardLine("Owner"));
    }

    [Fact]
    public async Task Next_goes_round()
    {
        await using var hotfix = await StartAsync();
        var (issue, _) = await hotfix.FileAsync("The popup is slow");

        var owners = new List<string>();

        for (var time = 0; time < 3; time++)
        {
            (await hotfix.TellAsync(issue, "/hotfix assign next")).IsDone();
            owners.Add(Assert.Single(issue.Assignees).Login);
        }

        Assert.Equal(["alice", "bob", "carol"], owners.Order());
    }

    [Fact]
    public async Task Next_passes_over_who_has_no_room()
    {
        await using var hotfix = await StartAsync(Team.Replace("bob: {", "bob: { capacity: 1,", StringComparison.Ordinal));
        var (busy, _) = await hotfix.FileAsync("The list is slow");
        await hotfix.TellAsync(busy, "/hotfix assign @bob");
        var (issue, _) = await hotfix.FileAsync("The popup is slow");

        (await hotfix.TellAsync(issue, "/hotfix assign next")).IsDone();

        Assert.Equal(["carol"], issue.Assignees.Select(user => user.Login));
    }

    [Fact]
    public async Task Is_refused_where_nobody_would_have_it_who_has_it_already_and_to_those_who_may_not()
    {
        await using var hotfix = await StartAsync();
        var (issue, _) = await hotfix.FileAsync("The popup is slow");
        var owner = issue.CardLine("Owner");

        (await hotfix.TellAsync(issue, "/hotfix assign @Alice")).IsRefused("`Alice` is the owner already.");
        (await hotfix.TellAsync(issue, "/hotfix assign @stranger")).IsRefused("GitHub does not let `stranger` be assigned here: only people with access to the repository can be.");
        (await hotfix.TellAsync(issue, "/hotfix assign @bob", "beta-user")).IsRefused("You have the role `read` in this repository, and `assign` needs `triage`.");
        Assert.StartsWith("`/hotfix assign` needs", (await hotfix.TellAsync(issue, "/hotfix assign")).Answer.Split("\n\n")[1], StringComparison.Ordinal);
        Assert.Equal(["alice"], issue.Assignees.Select(user => user.Login));
        Assert.Equal(owner, issue.CardLine("Owner"));

        await using var alone = await HotfixTester.StartAsync();
        var (other, _) = await alone.FileAsync("The color is wrong");
        (await alone.TellAsync(other, "/hotfix assign next")).IsRefused("There is nobody else to give it to: the config names nobody else under `team.people`. Name somebody: `/hotfix assign @login`.");
    }

    [Fact]
    public async Task A_rehearsal_says_what_would_be_done()
    {
        await using var hotfix = await StartAsync();
        var (issue, _) = await hotfix.FileAsync("The popup is slow");

        var told = await hotfix.TellAsync(issue, "/hotfix assign @bob --dry-run");

        Assert.Equal("`assign` would:\n\n- give the issue to `bob`\n\nNone of this was done.", told.Answer);
        Assert.Equal(["alice"], issue.Assignees.Select(user => user.Login));
    }

    private static async Task<HotfixTester> StartAsync(string config = Team)
    {
        var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", config);
        hotfix.Repository.Team.UnionWith(["alice", "bob", "carol"]);

        return hotfix;
    }
}
