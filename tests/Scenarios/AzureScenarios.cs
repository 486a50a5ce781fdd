using System.Net;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>The whole app with its store in a storage account: nobody who talks to it sees a difference.</summary>
[Collection(Azurite.Clock)]
public sealed class AzureScenarios(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_labelled_and_has_one_card_and_a_command_is_done()
    {
        await using var hotfix = await StartAsync(await azurite.AccountAsync());

        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users", "Every time.");
        await hotfix.SayAsync(issue, "/hotfix severity P1 --reason the workaround holds");

        Assert.Contains("severity: P1", issue.LabelNames());
        Assert.Contains("### P1 high", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_share_the_work_of_a_burst_and_do_everything_once()
    {
        var account = await azurite.AccountAsync();
        await using var hotfix = await StartAsync(account);
        await using var beside = await HotfixProcess.StartAsync(hotfix.GitHub, $"azure:{account}", Cancellation);

        var issues = await Burst.SendAsync(hotfix.GitHub, hotfix.Repository, 20, sideBySide: 8);
        await hotfix.GitHub.WaitUntilAsync(state => state.CommentCount >= issues.Count, Cancellation);

        Burst.AssertWhole(issues);
    }

    [Fact]
    public async Task It_is_ready_when_the_account_answers()
    {
        await using var hotfix = await StartAsync(await azurite.AccountAsync());
        using var http = new HttpClient();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(hotfix.Url, "/ready"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task It_is_not_ready_when_the_key_is_wrong_and_the_log_says_why()
    {
        var account = (await azurite.AccountAsync()).Replace("AccountKey=aG90", "AccountKey=bG90", StringComparison.Ordinal);
        await using var hotfix = await StartAsync(account);
        using var http = new HttpClient();

        var answer = await http.GetAsync(new Uri(hotfix.Url, "/ready"), Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("The store cannot be read and written; the log says why.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains(hotfix.Log.All, line => line.Contains("look at the key", StringComparison.Ordinal));
        Assert.DoesNotContain(hotfix.Log.All, line => line.Contains("bG90Zml4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_is_listed_and_shown_by_the_command_line()
    {
        var account = await azurite.AccountAsync();
        await using var hotfix = await StartAsync(account);
        var (_, handled) = await hotfix.FileAsync("The color is wrong");

        var listed = await RunAsync(account, "deliveries");
        var shown = await RunAsync(account, "deliveries", "show", handled.Head.Id);

        Assert.Equal((0, 0), (listed.ExitCode, shown.ExitCode));
        Assert.Contains(handled.Head.Id, listed.Output, StringComparison.Ordinal);
        Assert.Contains("write the card", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_names_what_is_wrong_with_an_account()
    {
        var account = await azurite.AccountAsync();
        var wrongKey = await RunAsync(account.Replace("AccountKey=aG90", "AccountKey=bG90", StringComparison.Ordinal), "deliveries");
        var noKey = await RunAsync("AccountName=acme", "deliveries");
        var empty = await RunAsync(account, "deliveries", "--json");

        Assert.Equal((1, ""), (wrongKey.ExitCode, wrongKey.Output));
        Assert.Matches("^The store at 127.0.0.1:[0-9]+ refuses us \\([A-Za-z]+\\): look at the key, .*\\.\n$", wrongKey.Error);
        Assert.Equal(1, noKey.ExitCode);
        Assert.StartsWith("HOTFIX_STORE names neither an AccountKey nor a SharedAccessSignature", noKey.Error, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), empty);
    }

    private static Task<HotfixTester> StartAsync(string account) => HotfixTester.StartAsync(settings: new() { ["HOTFIX_STORE"] = $"azure:{account}" });

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(string account, params string[] arguments) =>
        HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = $"azure:{account}" }, Cancellation, arguments);
}
