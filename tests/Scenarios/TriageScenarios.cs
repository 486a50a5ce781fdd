using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>What a beta user and a maintainer see of triage.</summary>
public sealed class TriageScenarios
{
    [Fact]
    public async Task A_filed_issue_is_labelled_and_explained()
    {
        await using var hotfix = await HotfixTester.StartAsync();

        var (issue, handled) = await hotfix.FileAsync("The extension crashes for all users", "Since the update.");

        Assert.Equal(["severity: P0", "impact: feature failure", "triage: hotfix now"], issue.LabelNames());
        Assert.Equal(["b60205", "1d76db", "b60205"], issue.Labels.Select(label => label.Color));
        Assert.All(issue.Labels, label => Assert.NotEmpty(label.Description!));
        Assert.StartsWith(
            """
            <!-- hotfix:card -->
            ### P0 critical · hotfix now

            - **Severity** P0: `crashes` in the title.
            """.ReplaceLineEndings("\n"),
            issue.Card(),
            StringComparison.Ordinal);
        Assert.Equal("P0 hotfix now", handled.Head.Outcome);
    }

    [Fact]
    public async Task A_freshly_opened_issue_costs_two_calls_with_warm_caches()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.FileAsync("The extension crashes for all users");
        hotfix.GitHub.Calls.Clear();

        var (_, handled) = await hotfix.FileAsync("It crashes for everyone, the extension crashes");

        Assert.Equal(2, handled.Calls);
        Assert.Equal(["POST labels", "POST comments"], hotfix.GitHub.Calls.All.Select(call => $"{call.Method} {call.Path.Split('/')[^1]}"));
    }

    [Fact]
    public async Task An_edit_is_decided_again_and_only_the_difference_performed()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        var before = Assert.Single(issue.Cards()).Id;
        Assert.Equal(["severity: P3", "impact: cosmetic", "triage: batch"], issue.LabelNames());

        await hotfix.HearAsync(issue.Edit(title: "The extension crashes"));

        Assert.Equal(["severity: P0", "impact: feature failure", "triage: review"], issue.LabelNames());
        Assert.Contains("### P0 critical · a person decides", issue.Card(), StringComparison.Ordinal);
        Assert.Equal(before, Assert.Single(issue.Cards()).Id);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_writes_nothing()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        hotfix.GitHub.Calls.Clear();

        await hotfix.HearAsync(issue.Edit(body: "I forgot to say hello."));

        Assert.Equal(["GET"], hotfix.GitHub.Calls.All.Where(call => !call.Path.EndsWith("/app", StringComparison.Ordinal)).Select(call => call.Method));
    }

    [Fact]
    public async Task A_card_that_was_deleted_by_hand_comes_back_with_the_next_event()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        issue.Cards()[0].Delete();

        await hotfix.HearAsync(issue.Edit(body: "Still."));

        Assert.Contains("### P3 low · batch", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_deleted_by_hand_comes_back_at_once_when_GitHub_tells()
    {
        await using var hotfix = await HotfixTester.StartAsync(echo: false);
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        await hotfix.HearAsync(issue.Cards()[0].Delete());

        Assert.Contains("### P3 low · batch", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_edited_by_hand_is_put_right_with_the_next_event()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        issue.Cards()[0].Write("<!-- hotfix:card -->\nall is well", DateTimeOffset.UtcNow);

        await hotfix.HearAsync(issue.Edit(body: "Still."));

        Assert.Contains("### P3 low · batch", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_severity_label_set_by_a_maintainer_wins_and_the_card_says_so()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        await hotfix.HearAsync(issue.Label("severity: P0"));

        Assert.Equal(["impact: cosmetic", "severity: P0", "triage: review"], issue.LabelNames().Order());
        Assert.Contains("- **Severity** P0: a person set it, and that stands until the label is taken off.", issue.Card(), StringComparison.Ordinal);

        await hotfix.HearAsync(issue.Unlabel("severity: P0"));

        Assert.Equal(["impact: cosmetic", "severity: P3", "triage: batch"], issue.LabelNames().Order());
    }

    [Fact]
    public async Task Too_little_is_said_and_the_authors_answer_is_read()
    {
        await using var hotfix = await HotfixTester.StartAsync(echo: false);
        var (issue, _) = await hotfix.FileAsync("Help");
        Assert.Equal(["needs-info"], issue.LabelNames());
        Assert.Contains("What did you do, and what happened then that should not have?", issue.Card(), StringComparison.Ordinal);

        Assert.Equal("not an answer to our question", (await hotfix.HearAsync(issue.Comment("It crashes for me too", by: "somebody-else").Delivery)).Head.Outcome);
        await hotfix.HearAsync(issue.Comment("The extension crashes on start, every time").Delivery);

        Assert.Equal(["severity: P0", "impact: feature failure", "triage: hotfix now"], issue.LabelNames());
        Assert.Contains("- **Severity** P0: `crashes` in the answer.", issue.Card(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How do I delete a project?", "kind: question", "This reads as a question")]
    [InlineData("Please add a dark theme", "kind: feature", "This reads as a request for something new")]
    [InlineData("Thank you, it works great", "kind: praise", "that is good to hear")]
    public async Task What_is_no_bug_gets_its_label_and_one_sentence(string title, string label, string sentence)
    {
        await using var hotfix = await HotfixTester.StartAsync();

        var (issue, _) = await hotfix.FileAsync(title);

        Assert.Equal([label], issue.LabelNames());
        Assert.Contains(sentence, issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_app_does_itself_sets_nothing_off()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        // Three labels come back as three deliveries of the App's own doing.
        await hotfix.Handlings.SettledAsync(4, TestContext.Current.CancellationToken);

        Assert.Equal(3, hotfix.Handlings.All.Count(handled => handled.Head.Outcome == "not ours" && handled.Calls == 0));
        Assert.Single(issue.Cards());
    }

    [Fact]
    public async Task Nothing_a_stranger_writes_pings_closes_links_or_loads()
    {
        await using var hotfix = await HotfixTester.StartAsync();

        var (issue, _) = await hotfix.FileAsync(
            "crash @everyone fixes #1 ![x](https://example.com/x.png)",
            "The `injection`\u202E | is | <img src=x onerror=alert(1)> a [trap](https://example.com) unauthorized\r\n@acme/team closes acme/extension#1");
        var card = issue.Card();

        Assert.All(["@", "#1", "http", "![", "](", "<img", "\u202E"], bad => Assert.DoesNotContain(bad, card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_delivery_changes_nothing()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, opened) = hotfix.Repository.File("Hello", "");
        issue.Updated = issue.Updated.AddMinutes(-1);
        var edited = issue.Edit(title: "The extension crashes");
        await hotfix.HearAsync(edited);

        var late = await hotfix.HearAsync(opened with { Payload = Older(opened.Payload) });

        Assert.Equal("older than what was decided", late.Head.Outcome);
        Assert.Contains("### P0", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ping_and_installation_are_heard()
    {
        await using var hotfix = await HotfixTester.StartAsync();

        Assert.Equal("hello", (await hotfix.HearAsync(hotfix.GitHub.Ping())).Head.Outcome);
        Assert.Equal("installation suspend", (await hotfix.HearAsync(hotfix.GitHub.Installation("acme").Suspend())).Head.Outcome);
    }

    [Fact]
    public async Task A_deleted_issue_is_done_with()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "");
        var deleted = issue.Delete();

        var handled = await hotfix.HearAsync(opened);

        Assert.Equal(DeliveryStatus.Done, handled.Head.Status);
        Assert.StartsWith("What is needed to add labels to acme/extension#1 is gone from GitHub", handled.Head.Failure, StringComparison.Ordinal);
        Assert.Equal("gone", (await hotfix.HearAsync(deleted)).Head.Outcome);
    }

    [Fact]
    public async Task Every_request_and_answer_is_as_GitHub_describes_it()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        await hotfix.HearAsync(issue.Edit(title: "It crashes"));
        issue.Cards()[0].Delete();
        await hotfix.HearAsync(issue.Edit(body: "Again."));

        Assert.NotEmpty(hotfix.Exchanges);
        Assert.Empty(hotfix.Exchanges.SelectMany(exchange => OpenApi.GitHub.Check(exchange.Method, exchange.Target, exchange.RequestBody, exchange.Status, exchange.ResponseBody)));
        Assert.Empty(hotfix.GitHub.UnknownRequests);
    }

    [Fact]
    public async Task The_log_has_one_line_a_delivery_and_no_secret()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (_, handled) = await hotfix.FileAsync("The color is wrong");

        Assert.Matches($@"^Information: {handled.Head.Id} issues acme/extension: P3 batch in [0-9.]+ ms, 13 GitHub calls$", Assert.Single(hotfix.Log.All, line => line.Contains(handled.Head.Id, StringComparison.Ordinal)));
        Assert.DoesNotContain(hotfix.Log.All, line => line.Contains("ghs_", StringComparison.Ordinal) || line.Contains(hotfix.GitHub.App.WebhookSecret, StringComparison.Ordinal));
    }

    private static byte[] Older(byte[] payload) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(payload).Replace("\"updated_at\":\"20", "\"updated_at\":\"19", StringComparison.Ordinal));
}
