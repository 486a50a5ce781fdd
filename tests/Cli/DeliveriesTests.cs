using System.Text.Json.Nodes;
using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli;

/// <summary><c>hotfix deliveries</c>, a process of its own beside the server that uses the same store.</summary>
public sealed class DeliveriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_is_listed_newest_first_with_what_became_of_it()
    {
        await using var hotfix = await StartAsync();
        var failed = await FailAsync(hotfix);
        var (_, done) = await hotfix.FileAsync("The extension crashes for all users");

        var (exitCode, table, error) = await RunAsync(hotfix);
        var (_, json, _) = await RunAsync(hotfix, "list", "--json");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches($@"(?s){done.Head.Id} .*│ issues │ acme/extension │ done +│ 0 +│ P0 hotfix now .*{failed} .*│ failed │ 1 +│ GitHub failed to ", table);
        Assert.Contains("These are all of the last 30 days; ", table, StringComparison.Ordinal);

        var lines = json.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal([(done.Head.Id, "done"), (failed, "failed")], lines.Select(line => ($"{line["id"]}", $"{line["status"]}")));
        Assert.Equal(["id", "event", "repository", "key", "receivedAt", "status", "tries", "notBefore", "outcome", "failure"], lines[0].Select(field => field.Key));
    }

    [Fact]
    public async Task Those_that_failed_can_be_had_alone_and_only_so_many()
    {
        await using var hotfix = await StartAsync();
        var (first, second) = (await FailAsync(hotfix), await FailAsync(hotfix));
        await hotfix.FileAsync("The extension crashes for all users");

        Assert.Equal([second, first], Ids(await RunAsync(hotfix, "--failed", "--json")));
        Assert.Equal([second], Ids(await RunAsync(hotfix, "list", "--failed", "--json", "--limit", "1")));
        Assert.Contains("The newest 1; there may be more (--limit).", (await RunAsync(hotfix, "--limit", "1")).Output, StringComparison.Ordinal);
        Assert.Contains("These are all that failed; ", (await RunAsync(hotfix, "--failed")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_one_is_tried_again_by_the_server_that_runs()
    {
        await using var hotfix = await StartAsync();
        var id = await FailAsync(hotfix);

        var (exitCode, said, _) = await RunAsync(hotfix, "retry", id);
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == id && handled.Head.Status == DeliveryStatus.Done, Cancellation);

        Assert.Equal((0, $"Delivery {id} is waiting again, with all its tries; what was decided stays, and what is left of it is done."), (exitCode, said.Trim()));
        Assert.Equal((1, "", $"Delivery {id} is done; only one that failed is tried again.\n"), await RunAsync(hotfix, "retry", id));
        Assert.Contains("No delivery is kept as failed.", (await RunAsync(hotfix, "--failed")).Output, StringComparison.Ordinal);
        Assert.Single(hotfix.Repository.Issues[0].Cards());
    }

    [Fact]
    public async Task One_that_waits_is_not_put_back_and_the_reason_is_said()
    {
        await using var hotfix = await StartAsync();
        hotfix.GitHub.Faults.Next(SandboxFault.RetryAfter, 1);
        var (_, delivery) = hotfix.Repository.File("The color is wrong", "");
        await hotfix.GitHub.SendAsync(delivery, Cancellation);
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == delivery.Id, Cancellation);

        var (exitCode, _, error) = await RunAsync(hotfix, "retry", delivery.Id);

        Assert.Equal(1, exitCode);
        Assert.Matches($"^Delivery {delivery.Id} is waiting already, and is tried again not before [-0-9]+ [:0-9]+ UTC; only one that failed is tried again.\n$", error);
    }

    [Fact]
    public async Task One_is_shown_with_what_was_done_and_the_body_only_when_asked_for()
    {
        await using var hotfix = await StartAsync();
        var (_, handled) = await hotfix.FileAsync("The extension crashes [red]for[/] all users", "Raw \u202E\u001b[2J body");

        var (exitCode, shown, _) = await RunAsync(hotfix, "show", handled.Head.Id);
        var (_, whole, _) = await RunAsync(hotfix, "show", handled.Head.Id, "--body");

        Assert.Equal(0, exitCode);
        Assert.Matches("Decided +P0 hotfix now", shown);
        Assert.Matches(@"1\.1 +│ acme/extension#1: add the labels 'severity: P0', 'impact: feature failure',", shown);
        Assert.Matches("labelled +│ acme/extension#1: remove the labels", shown);
        Assert.Matches(@"2\.1 +│ acme/extension#1: write the card +│ [-0-9]+ [:0-9]+ │ card posted", shown);
        Assert.DoesNotContain("all users", shown, StringComparison.Ordinal);
        Assert.Contains("The extension crashes [red]for[/] all users", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(whole, character => character is '\u001b' or '\u202e');
    }

    [Fact]
    public async Task A_failure_is_shown_with_its_reason_and_the_way_on()
    {
        await using var hotfix = await StartAsync();
        var id = await FailAsync(hotfix);

        var shown = (await RunAsync(hotfix, "show", id)).Output;

        Assert.Matches("Status +failed, failed tries: 1", shown);
        Assert.Matches("Decided +P3 batch", shown);
        Assert.Matches("Failure +GitHub failed to ", shown);
        Assert.Contains("not yet, or unknown", shown, StringComparison.Ordinal);
        Assert.Contains($"`hotfix deliveries retry {id}` tries it again.", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("retry")]
    public async Task A_wrong_id_gets_one_sentence_and_the_nearest_there_is(string verb)
    {
        await using var hotfix = await StartAsync();
        var (_, handled) = await hotfix.FileAsync("The color is wrong");
        var id = handled.Head.Id;

        Assert.Equal((1, "", $"There is no delivery '{id[..8]}' in the store: did you mean {id}?\n"), await RunAsync(hotfix, verb, id[..8]));
        Assert.Equal((1, "", "There is no delivery 'bogus/\\u001b' in the store: `hotfix deliveries` lists those there are.\n"), await RunAsync(hotfix, verb, "bogus/\u001b"));
        Assert.Equal((1, "", $"There is no delivery '{Guid.Empty}' in the store: `hotfix deliveries` lists those there are.\n"), await RunAsync(hotfix, verb, $"{Guid.Empty}"));
        Assert.Equal(1, (await RunAsync(hotfix, verb, "")).ExitCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("ten")]
    [InlineData("10001")]
    public async Task A_wrong_limit_is_named(string limit)
    {
        var (exitCode, _, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), Cancellation, "deliveries", "--limit", limit);

        Assert.Equal((1, $"--limit is '{limit}': it is a whole number from 1 to 10000."), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_named_and_not_made()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.db");

        var answer = await HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = $"sqlite:{path}" }, Cancellation, "deliveries");

        Assert.Equal((1, "", $"There is no store at '{path}': set HOTFIX_STORE to the one the server uses, like sqlite:hotfix.db.\n"), answer);
        Assert.False(File.Exists(path));
    }

    private static Task<HotfixTester> StartAsync() => HotfixTester.StartAsync(work: WorkOptions.Default with { Tries = 1 }, echo: false);

    /// <summary>Somebody files an issue, and GitHub fails to take the labels.</summary>
    private static async Task<string> FailAsync(HotfixTester hotfix)
    {
        hotfix.GitHub.Faults.Next(SandboxFault.ServerError, 1, (method, path) => method == "POST" && path.EndsWith("/labels", StringComparison.Ordinal));
        var (_, handled) = await hotfix.FileAsync("The color is wrong");
        Assert.Equal(DeliveryStatus.Failed, handled.Head.Status);

        return handled.Head.Id;
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(HotfixTester hotfix, params string[] arguments) =>
        HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = $"sqlite:{hotfix.Store}" }, Cancellation, ["deliveries", .. arguments]);

    private static IEnumerable<string> Ids((int ExitCode, string Output, string Error) ran) =>
        ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{JsonNode.Parse(line)!["id"]}");
}
