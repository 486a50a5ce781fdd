using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

/// <summary>What people, other Apps and merge queues do about a pull request before it is merged is delivered as GitHub describes it, and in its order.</summary>
public sealed class GateDeedTests
{
    [Fact]
    public async Task A_review_is_given_changed_and_dismissed()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt"));
        pull.AskForReview("ana");

        var (review, submitted) = pull.Review("ana", "approve");
        var (_, commented) = pull.Review("contributor", "comment", "Ready?");
        var edited = review.Edit("privacy: fine");
        var dismissed = review.Dismiss();

        Assert.Equal(["submitted approved ", "submitted commented Ready?", "edited approved privacy: fine", "dismissed dismissed privacy: fine"],
            Told(submitted, commented, edited, dismissed).Select(told => $"{told["action"]} {told["review"]!["state"]} {told["review"]!["body"]}"));
        Assert.Equal(("", "ana", "maintainer"), ($"{Json(edited)["changes"]!["body"]!["from"]}", $"{Json(edited)["sender"]!["login"]}", $"{Json(dismissed)["sender"]!["login"]}"));
        Assert.Equal(pull.Head.Sha, $"{Json(submitted)["review"]!["commit_id"]}");
        Assert.Empty(pull.Reviewers);
        Assert.Throws<ArgumentException>(() => pull.Review("contributor", "approve"));
        Assert.Throws<ArgumentException>(() => pull.Review("ana", "shrug"));
    }

    [Fact]
    public async Task Other_Apps_report_by_check_run_and_by_status()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt"));

        var (check, begun) = tester.Repository.Check("change", "build", null, title: "Building");
        var finished = check.Finish("failure", summary: "It does not build.");
        var (_, again) = tester.Repository.Check(pull.Head.Sha, "build");
        var (_, status) = tester.Repository.Status("change", "ci/coverage", "success", "81 %");
        List<JsonNode> told = Told([.. begun, finished, .. again, status]);

        Assert.Equal(["created in_progress", "completed completed", "created in_progress", "completed completed"], told[..4].Select(one => $"{one["action"]} {one["check_run"]!["status"]}"));
        Assert.Equal(("github-actions", "Building", "It does not build.", 1), (
            $"{told[1]["check_run"]!["app"]!["slug"]}", $"{told[1]["check_run"]!["output"]!["title"]}", $"{told[1]["check_run"]!["output"]!["summary"]}", told[1]["check_run"]!["pull_requests"]![0]!["number"]!.GetValue<int>()));
        Assert.Equal(("change", pull.Head.Sha), ($"{told[1]["check_run"]!["check_suite"]!["head_branch"]}", $"{told[1]["check_run"]!["check_suite"]!["head_sha"]}"));
        Assert.Equal(("ci/coverage", "change"), ($"{told[4]["context"]}", $"{told[4]["branches"]![0]!["name"]}"));
        Assert.Equal("success", Assert.Single(tester.Repository.LatestChecks(pull.Head.Sha)).Conclusion);
        Assert.Throws<ArgumentException>(() => tester.Repository.Check("nothing", "build"));
    }

    [Fact]
    public async Task Buttons_are_clicked_and_checks_are_asked_for_again()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt"));
        await tester.PostAsync("repos/octo-org/beta/check-runs", $$"""
            {"name":"hotfix/gate","head_sha":"{{pull.Head.Sha}}","external_id":"pull-1","actions":[{"label":"Judge again","description":"Looks at everything once more","identifier":"judge"}]}
            """);
        var check = Assert.Single(tester.Repository.Checks);

        List<JsonNode> told = Told(check.RequestAction("judge", "ana"), check.Rerequest("ana"), check.RerequestAll(), tester.Repository.RerequestSuite("change"));

        Assert.Equal(["requested_action", "rerequested", "rerequested", "rerequested"], told.Select(one => $"{one["action"]}"));
        Assert.Equal(("judge", "pull-1", "ana"), ($"{told[0]["requested_action"]!["identifier"]}", $"{told[0]["check_run"]!["external_id"]}", $"{told[0]["sender"]!["login"]}"));
        Assert.Equal(pull.Head.Sha, $"{told[3]["check_suite"]!["head_sha"]}");
        Assert.Throws<ArgumentException>(() => check.RequestAction("other"));
    }

    [Fact]
    public async Task A_queue_merges_each_upon_the_one_before()
    {
        await using var tester = await SandboxTester.StartAsync();
        var repository = tester.Repository;
        var (one, _, _) = repository.OpenPull("one", Files("a.txt"));
        var (two, _, _) = repository.OpenPull("two", Files("b.txt"));
        var @base = repository.Branches.Head;

        var (groups, queued) = repository.Queue("main", one, two);
        List<JsonNode> told = Told([.. queued]);

        Assert.Equal(["pull_request", "create", "push", "merge_group", "pull_request", "create", "push", "merge_group"], queued.Select(delivery => delivery.Event));
        Assert.Equal((@base.Sha, groups[0].Head.Sha, $"refs/heads/gh-readonly-queue/main/pr-1-{@base.Sha}", "refs/heads/main"), (
            $"{told[3]["merge_group"]!["base_sha"]}", $"{told[3]["merge_group"]!["head_sha"]}", $"{told[3]["merge_group"]!["head_ref"]}", $"{told[3]["merge_group"]!["base_ref"]}"));
        Assert.Equal((groups[0].Head.Sha, true), ($"{told[7]["merge_group"]!["base_sha"]}", groups[1].Head.Files.ContainsKey("a.txt") && groups[1].Head.Files.ContainsKey("b.txt")));

        var merged = groups[0].Destroy("merged");
        Assert.Equal(["merge_group destroyed merged", "pull_request dequeued MERGE", "push  ", "pull_request closed ", "delete  ", "push  "], merged.Zip(Told([.. merged]), (delivery, json) => $"{delivery.Event} {json["action"]} {json["reason"]}"));
        Assert.Equal((groups[0].Head, true, true), (repository.Branches.Head, one.Merged is not null, two.IsOpen));
        Assert.Equal("merge_group destroyed invalidated", Told([.. groups[1].Destroy("invalidated")]).Select(json => $"merge_group {json["action"]} {json["reason"]}").First());
        Assert.Throws<ArgumentException>(() => groups[1].Destroy("merged"));
        Assert.Throws<ArgumentException>(() => repository.Queue("main", one));
    }

    [Fact]
    public async Task Nothing_merges_before_what_its_base_requires_is_green()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Require("main", "build");
        tester.Repository.RequireClassic("main", "ci/coverage");
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt"));

        Assert.Equal("2 of 2 required status checks have not succeeded: build is expected, ci/coverage is expected.", pull.Unmet());
        tester.Repository.Check("change", "build", null);
        tester.Repository.Status("change", "ci/coverage", "success");
        Assert.Equal("Required status check \"build\" is in progress.", pull.Unmet());
        tester.Repository.Check("change", "build", "failure");
        Assert.Contains("is failing", Assert.Throws<ArgumentException>(() => pull.Merge()).Message, StringComparison.Ordinal);
        Assert.Equal("Required status check \"build\" is failing.", (await tester.TryAsync(HttpMethod.Put, "repos/octo-org/beta/pulls/1/merge", "{}")).Message);
        tester.Repository.Check("change", "build", "skipped");
        pull.Merge();
        Assert.NotNull(pull.Merged);
    }

    [Fact]
    public async Task Labels_come_and_go_on_pull_requests()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt"));
        SandboxDelivery[] deliveries = [pull.Label("P0"), pull.Unlabel("P0"), pull.EditBody("- [x] Tested", by: "bo")];

        Assert.Equal(["labeled P0", "unlabeled P0", "edited "], Told(deliveries).Select(json => $"{json["action"]} {json["label"]?["name"]}"));
        Assert.All(deliveries, delivery => Assert.Equal("pull_request", delivery.Event));
    }

    [Fact]
    public async Task A_commit_may_be_by_several_and_by_nobody_known()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt"));

        var (commit, _, _) = pull.PushToPull(Files("b.txt"), "bo", "Fix it", coAuthors: ["ana", "Zoe <zoe@example.com>"]);
        var (strange, _, _) = pull.PushToPull(Files("c.txt"), "bo", stranger: "Mallory");

        Assert.Equal($"Fix it\n\nCo-authored-by: ana <{tester.GitHub.State.FindUser("ana")!.Email}>\nCo-authored-by: Zoe <zoe@example.com>", commit.Message);
        Assert.Equal(("Mallory", "Mallory@example.com", true), (strange.By.Name, strange.By.Email, strange.By.User is null));
        Assert.Equal("bo", Assert.Single(tester.Repository.PushesOf(strange.Sha)).By.Login);
    }

    [Theory]
    [InlineData("statuses")]
    [InlineData("merge_queues")]
    [InlineData("pull_requests")]
    [InlineData("checks")]
    [InlineData("actions")]
    public async Task What_an_App_may_not_read_it_does_not_hear_of(string permission)
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });
        await using var receiver = await HookReceiver.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt"));
        var delivery = permission switch
        {
            "statuses" => tester.Repository.Status("change", "ci", "success").Delivery,
            "merge_queues" => tester.Repository.Queue("main", pull).Deliveries[^1],
            "checks" => tester.Repository.Check("change", "build", null).Deliveries[0],
            "actions" => tester.Repository.Start("change").Delivery,
            _ => pull.Review("ana", "approve").Delivery,
        };

        Assert.True(delivery.IsHeard);
        tester.Repository.Installation.Permissions = tester.Repository.Installation.Permissions.Where(one => one.Key != permission).ToDictionary();

        await Assert.ThrowsAsync<InvalidOperationException>(() => tester.GitHub.SendAsync(delivery, receiver.Url, TestContext.Current.CancellationToken));
        tester.GitHub.Hook = receiver.Url;
        tester.GitHub.State.Tell([delivery]);
        Assert.Empty(tester.GitHub.Echoes);
    }

    /// <summary>What they say, once each is as GitHub describes it.</summary>
    private static List<JsonNode> Told(params SandboxDelivery[] deliveries)
    {
        Assert.Equal("", string.Join('\n', deliveries.SelectMany(delivery => OpenApi.GitHub.CheckWebhook(delivery.Event, delivery.Payload))));

        return [.. deliveries.Select(Json)];
    }

    private static JsonNode Json(SandboxDelivery delivery) => JsonNode.Parse(delivery.Payload)!;

    private static Dictionary<string, string?> Files(string path) => new() { [path] = path };
}
