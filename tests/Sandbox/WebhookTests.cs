using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

public sealed class WebhookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Signs_as_github_s_own_example() =>
        Assert.Equal(
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
            SandboxHook.Sign("It's a Secret to Everybody", "Hello, World!"u8));

    [Fact]
    public async Task A_filed_issue_is_delivered_signed_with_github_s_headers()
    {
        await using var tester = await SandboxTester.StartAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (issue, delivery) = tester.Repository.File("It crashes 💥", "Für alle.", "beta-user", "bug");

        var status = await tester.GitHub.SendAsync(delivery, receiver.Url, Cancel);
        var received = await receiver.NextAsync();
        var payload = JsonNode.Parse(received.Body)!;

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("issues", received.Headers["X-GitHub-Event"]);
        Assert.True(Guid.TryParse(received.Headers["X-GitHub-Delivery"], out _));
        Assert.Equal(delivery.Id, received.Headers["X-GitHub-Delivery"]);
        Assert.Equal(Signature(tester, received.Body), received.Headers["X-Hub-Signature-256"]);
        Assert.Equal("application/json", received.Headers["Content-Type"]);
        Assert.Equal("1001", received.Headers["X-GitHub-Hook-Installation-Target-ID"]);
        Assert.StartsWith("GitHub-Hookshot/", received.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("opened", payload["action"]!.GetValue<string>());
        Assert.Equal(issue.Number, payload["issue"]!["number"]!.GetValue<int>());
        Assert.Equal("bug", payload["issue"]!["labels"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("octo-org/beta", payload["repository"]!["full_name"]!.GetValue<string>());
        Assert.Equal("beta-user", payload["sender"]!["login"]!.GetValue<string>());
        Assert.Equal(tester.Repository.Installation.Id, payload["installation"]!["id"]!.GetValue<long>());
        Assert.Contains("Für", Encoding.UTF8.GetString(received.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_do_is_delivered_as_github_describes_it()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, opened) = tester.Repository.File("It crashes", null);
        var (comment, commented) = issue.Comment("Me too!");
        var edited = issue.Edit(title: "It crashes on start", body: "Every time.");

        Deliveries(
            opened, commented, edited, issue.Label("bug"), issue.Unlabel("BUG"), issue.Close("not_planned"), issue.Reopen(), comment.Delete(), issue.Delete(),
            tester.GitHub.Ping());

        Assert.Equal("It crashes", JsonNode.Parse(edited.Payload)!["changes"]!["title"]!["from"]!.GetValue<string>());
        Assert.Equal("", JsonNode.Parse(edited.Payload)!["changes"]!["body"]!["from"]!.GetValue<string>());
        Assert.Empty(tester.Repository.Issues);
    }

    [Fact]
    public async Task What_people_do_with_code_is_delivered_as_github_describes_it()
    {
        await using var tester = await SandboxTester.StartAsync();
        var repository = tester.Repository;
        var config = new Dictionary<string, string?> { [".github/hotfix.yml"] = "extends: cli" };

        var (_, first) = repository.Push("main", config);
        var (forced, rewritten) = repository.Rewrite("main", new Dictionary<string, string?> { ["a.txt"] = "one" });
        var (pull, pushed, opened) = repository.OpenPull("change", config);
        var (head, again, synchronized) = pull.PushToPull(new Dictionary<string, string?> { [".github/hotfix.yml"] = null, ["moved.yml"] = "extends: cli" });
        repository.Push("next", "b.txt", "two");
        var (retargeted, closed, reopened) = (pull.Retarget("next"), pull.Close(), pull.Reopen());
        var check = repository.AddCheck("hotfix/config", head.Sha);

        Deliveries(first, rewritten, pushed, opened, again, synchronized, retargeted, closed, reopened, check.Rerequest(), check.RerequestAll(), repository.DeleteBranch("next"));

        Assert.Equal((false, false, ".github/hotfix.yml"), Pushed(first, "added"));
        Assert.Equal((false, true, "a.txt"), Pushed(rewritten, "added"));
        Assert.Equal((true, false, ".github/hotfix.yml"), Pushed(pushed, "added"));
        Assert.Equal((false, false, ".github/hotfix.yml"), Pushed(again, "removed"));
        Assert.Equal(head.Sha, JsonNode.Parse(synchronized.Payload)!["after"]!.GetValue<string>());
        Assert.Equal(("main", forced.Sha), (JsonNode.Parse(retargeted.Payload)!["changes"]!["base"]!["ref"]!["from"]!.GetValue<string>(), JsonNode.Parse(retargeted.Payload)!["changes"]!["base"]!["sha"]!["from"]!.GetValue<string>()));

        static (bool Created, bool Forced, string Path) Pushed(SandboxDelivery delivery, string how)
        {
            var payload = JsonNode.Parse(delivery.Payload)!;

            return (payload["created"]!.GetValue<bool>(), payload["forced"]!.GetValue<bool>(), payload["commits"]!.AsArray().Single()![how]!.AsArray().Single()!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Who_is_of_the_team_shows_in_what_they_write()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Team.Add("alice");
        var (issue, _) = tester.Repository.File("It crashes", null);
        var assigned = issue.Assign("alice", by: "maintainer");

        Assert.Equal(["MEMBER", "MEMBER", "NONE"], ((string[])["alice", "maintainer", "stranger"]).Select(by => Association(issue.Comment("On it.", by).Delivery)));
        Deliveries(assigned, issue.Unassign("alice", by: "alice"), issue.Close(by: "alice"));
        Assert.Equal(("alice", "maintainer"), (JsonNode.Parse(assigned.Payload)!["assignee"]!["login"]!.GetValue<string>(), JsonNode.Parse(assigned.Payload)!["sender"]!["login"]!.GetValue<string>()));

        static string Association(SandboxDelivery delivery) => JsonNode.Parse(delivery.Payload)!["comment"]!["author_association"]!.GetValue<string>();
    }

    [Fact]
    public async Task Installations_are_delivered_as_github_describes_them_but_for_their_dates()
    {
        await using var tester = await SandboxTester.StartAsync();
        var installation = tester.Repository.Installation;

        foreach (var delivery in (SandboxDelivery[])
        [
            installation.Install(), installation.AcceptPermissions(), installation.Suspend(), installation.Unsuspend(),
            installation.Withdraw(tester.Repository), installation.Grant(tester.Repository), installation.Uninstall(),
        ])
        {
            Assert.Equal(
                [
                    $"{delivery.Event}.installation.created_at is Number, and should be string.",
                    $"{delivery.Event}.installation.updated_at is Number, and should be string.",
                ],
                OpenApi.GitHub.CheckWebhook(delivery.Event, delivery.Payload));
        }
    }

    [Fact]
    public async Task What_the_app_writes_comes_back_to_it()
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });
        await using var receiver = await HookReceiver.StartAsync();
        tester.GitHub.Hook = receiver.Url;
        tester.Repository.File("It crashes", null, labels: "bug");

        await tester.PostAsync("repos/octo-org/beta/issues/1/labels", """{"labels":["bug","P0","confirmed"]}""");
        await tester.SendAsync(HttpMethod.Delete, "repos/octo-org/beta/issues/1/labels/bug");
        HookReceiver.Received[] received = [await receiver.NextAsync(), await receiver.NextAsync(), await receiver.NextAsync()];
        await tester.GitHub.WaitUntilAsync(_ => tester.GitHub.Echoes.Count == 3, Cancel);

        var payloads = received.Select(one => JsonNode.Parse(one.Body)!).ToList();

        Assert.Equal(["labeled P0", "labeled confirmed", "unlabeled bug"], payloads.Select(one => $"{one["action"]} {one["label"]!["name"]}"));
        Assert.All(payloads, one => Assert.Equal("hotfix-sandbox[bot]", one["sender"]!["login"]!.GetValue<string>()));
        Assert.All(received, one => Assert.Equal(Signature(tester, one.Body), one.Headers["X-Hub-Signature-256"]));
        Assert.All(received, one => Assert.Empty(OpenApi.GitHub.CheckWebhook("issues", one.Body)));
        Assert.All(tester.GitHub.Echoes, echo => Assert.Equal(HttpStatusCode.Accepted, echo.Status));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_recorded_and_holds_nothing_up()
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });

        await using (var receiver = await HookReceiver.StartAsync())
        {
            tester.GitHub.Hook = receiver.Url;
        }

        tester.Repository.File("It crashes", null);
        await tester.PostAsync("repos/octo-org/beta/issues/1/labels", """{"labels":["P0"]}""");
        await tester.GitHub.WaitUntilAsync(_ => tester.GitHub.Echoes.Count == 1, Cancel);

        Assert.Null(Assert.Single(tester.GitHub.Echoes).Status);
    }

    private static void Deliveries(params SandboxDelivery[] deliveries) =>
        Assert.Equal("", string.Join('\n', deliveries.SelectMany(delivery => OpenApi.GitHub.CheckWebhook(delivery.Event, delivery.Payload))));

    private static string Signature(SandboxTester tester, byte[] body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(tester.GitHub.App.WebhookSecret), body))}";
}
