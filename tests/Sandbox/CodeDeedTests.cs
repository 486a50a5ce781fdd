using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

/// <summary>What people, and the App, do with branches, tags, releases and pull requests is delivered as GitHub describes it, and in its order.</summary>
public sealed class CodeDeedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Branches_and_tags_come_move_and_go()
    {
        await using var tester = await SandboxTester.StartAsync();
        var repository = tester.Repository;

        Assert.Equal(["create branch release/v1", "push refs/heads/release/v1 created"], Told(repository.CreateBranch("release/v1")));
        var (commit, _) = repository.Push("main", "a.txt", "one");
        Assert.Equal(["push refs/heads/release/v1"], Told(repository.MoveBranch("release/v1", commit.Sha)));
        Assert.Equal(["push refs/heads/release/v1 forced"], Told(repository.MoveBranch("release/v1", commit.Parent!.Sha)));
        Assert.Equal(["create tag v1", "push refs/tags/v1 created"], Told(repository.Tag("v1", annotated: true).Deliveries));
        Assert.Equal(["delete tag v1", "push refs/tags/v1 deleted"], Told(repository.DeleteRef("tags/v1")));
        Assert.Equal(["delete branch release/v1", "push refs/heads/release/v1 deleted"], Told(repository.DeleteRef("heads/release/v1")));
        Assert.Throws<ArgumentException>(() => repository.DeleteRef("heads/release/v1"));
        Assert.Throws<ArgumentException>(() => repository.CreateBranch("main"));
        Assert.Throws<ArgumentException>(() => repository.CreateBranch("main/x"));
    }

    [Fact]
    public async Task A_pushed_annotated_tag_names_its_own_object_and_the_commit_below_it()
    {
        await using var tester = await SandboxTester.StartAsync();

        var (commit, deliveries) = tester.Repository.Tag("v1", annotated: true);
        var push = JsonNode.Parse(deliveries[1].Payload)!;

        Assert.Equal((tester.Repository.Branches.Refs.Find("tags/v1"), commit.Sha), ($"{push["after"]}", $"{push["head_commit"]!["id"]}"));
        Assert.NotEqual(commit.Sha, $"{push["after"]}");
        Assert.Empty(push["commits"]!.AsArray());
    }

    [Fact]
    public async Task Releases_are_told_of_step_by_step()
    {
        await using var tester = await SandboxTester.StartAsync();
        var repository = tester.Repository;

        Assert.Equal(["create tag v1", "push refs/tags/v1 created", "release created", "release published", "release released"], Told(repository.Release("v1").Deliveries));
        repository.Tag("v2-beta");
        var (beta, told) = repository.Release("v2-beta", prerelease: true);
        Assert.Equal(["release created", "release published", "release prereleased"], Told(told));
        Assert.Equal(["release edited"], Told(beta.Edit(body: "Mind the gap.")));
        Assert.Equal(["release released"], Told(beta.Edit(prerelease: false)));
        var (draft, drafted) = repository.Release("v3-beta", prerelease: true, draft: true);
        Assert.Equal(["release created"], Told(drafted));
        Assert.Equal(["create tag v3-beta", "push refs/tags/v3-beta created", "release published"], Told(draft.Publish()));
        Assert.Equal(["release deleted"], Told([draft.Delete()]));
        Assert.NotNull(repository.Branches.Tag("v3-beta"));
    }

    [Fact]
    public async Task A_pull_request_is_readied_reviewed_and_merged()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, push, opened) = tester.Repository.OpenPull("change", Files("a.txt", "one"), draft: true, body: "- [ ] Tested");

        Assert.Equal(["push refs/heads/change created", "pull_request opened draft"], Told([push, opened]));
        Assert.Equal(["pull_request ready_for_review", "pull_request converted_to_draft draft", "pull_request ready_for_review"], Told([pull.Ready(), pull.ToDraft(), pull.Ready()]));
        var edited = pull.EditBody("- [x] Tested", by: "ana");
        Assert.Equal(["pull_request edited", "pull_request review_requested", "pull_request labeled", "pull_request assigned"], Told([edited, pull.AskForReview("maintainer"), pull.Issue.Label("hotfix"), pull.Issue.Assign("maintainer")]));
        Assert.Equal(("- [ ] Tested", "ana"), ($"{JsonNode.Parse(edited.Payload)!["changes"]!["body"]!["from"]}", $"{JsonNode.Parse(edited.Payload)!["sender"]!["login"]}"));

        var (commit, merged) = pull.Merge(by: "maintainer");
        var closed = JsonNode.Parse(merged[0].Payload)!["pull_request"]!;

        Assert.Equal(["pull_request closed merged", "push refs/heads/main"], Told(merged));
        Assert.Equal((commit.Sha, "maintainer"), ($"{closed["merge_commit_sha"]}", $"{closed["merged_by"]!["login"]}"));
        Assert.Equal(2, JsonNode.Parse(merged[1].Payload)!["commits"]!.AsArray().Count);
        Assert.Throws<ArgumentException>(() => pull.Reopen());
        Assert.Throws<ArgumentException>(() => pull.Merge());
    }

    [Fact]
    public async Task What_happens_to_branches_happens_to_their_pull_requests()
    {
        await using var tester = await SandboxTester.StartAsync();
        var repository = tester.Repository;
        var (pushed, _, _) = repository.OpenPull("pushed", Files("a.txt", "one"));
        var (dropped, _, _) = repository.OpenPull("dropped", Files("b.txt", "two"));

        Assert.Equal(["push refs/heads/pushed forced", "pull_request synchronize"], Told(repository.MoveBranch("pushed", dropped.Head.Sha)));
        Assert.Equal(["push refs/heads/main", "pull_request closed merged", "pull_request closed merged"], Told(repository.MergeByHand("dropped", "main").Deliveries));
        Assert.NotNull(pushed.Merged);
        var (lost, _, _) = repository.OpenPull("lost", Files("c.txt", "three"));
        var head = lost.Head;
        Assert.Equal(["delete branch lost", "push refs/heads/lost deleted", "pull_request closed"], Told(repository.DeleteRef("heads/lost")));
        Assert.Equal((head, null), (lost.Head, lost.Merged));
        Assert.Throws<ArgumentException>(() => lost.Reopen());
        repository.CreateBranch("base");
        var (stranded, _, _) = repository.OpenPull("stranded", Files("d.txt", "four"), @base: "base");
        Assert.Equal(["delete branch base", "push refs/heads/base deleted", "pull_request closed"], Told(repository.DeleteRef("heads/base")));
        Assert.Equal("base", stranded.BaseBranch);
    }

    [Fact]
    public async Task What_the_app_does_with_code_comes_back_to_it()
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });
        await using var receiver = await HookReceiver.StartAsync();
        tester.GitHub.Hook = receiver.Url;
        var head = tester.Repository.Push("start", "a.txt", "one").Commit.Sha;
        const string Repository = "repos/octo-org/beta";

        await tester.PostAsync($"{Repository}/git/refs", $$"""{"ref":"refs/heads/hotfix","sha":"{{head}}"}""");
        await tester.PostAsync($"{Repository}/pulls", """{"title":"[HOTFIX]","head":"hotfix","base":"main"}""");
        await tester.SendAsync(HttpMethod.Put, $"{Repository}/pulls/1/merge", "{}");
        await tester.PostAsync($"{Repository}/releases", """{"tag_name":"v1","prerelease":true}""");
        await tester.SendAsync(HttpMethod.Delete, $"{Repository}/git/refs/heads/hotfix");
        await tester.GitHub.EchoedAsync(Cancel);

        var told = new List<string>();

        for (var left = tester.GitHub.Echoes.Count; left > 0; left--)
        {
            var received = await receiver.NextAsync();
            told.AddRange(Told([new SandboxDelivery("", received.Headers["X-GitHub-Event"], received.Body)]));
            Assert.Equal("hotfix-sandbox[bot]", $"{JsonNode.Parse(received.Body)!["sender"]!["login"]}");
        }

        Assert.Equal(
            [
                "create branch hotfix", "push refs/heads/hotfix created", "pull_request opened", "pull_request closed merged", "push refs/heads/main",
                "create tag v1", "push refs/tags/v1 created", "release created", "release published", "release prereleased", "delete branch hotfix", "push refs/heads/hotfix deleted",
            ],
            told);
    }

    /// <summary>Each delivery in a few words, once it is as GitHub describes it.</summary>
    private static List<string> Told(IEnumerable<SandboxDelivery> deliveries)
    {
        List<SandboxDelivery> all = [.. deliveries];
        Assert.Equal("", string.Join('\n', all.SelectMany(delivery => OpenApi.GitHub.CheckWebhook(delivery.Event, delivery.Payload))));

        return [.. all.Select(delivery => Words(delivery.Event, JsonNode.Parse(delivery.Payload)!))];
    }

    private static string Words(string name, JsonNode payload) => name switch
    {
        "create" or "delete" => $"{name} {payload["ref_type"]} {payload["ref"]}",
        "push" => $"push {payload["ref"]}{Is(payload, "created")}{Is(payload, "deleted")}{Is(payload, "forced")}",
        "pull_request" => $"pull_request {payload["action"]}{Is(payload["pull_request"]!, "draft")}{Is(payload["pull_request"]!, "merged")}",
        _ => $"{name} {payload["action"]}",
    };

    private static string Is(JsonNode payload, string field) => payload[field]!.GetValue<bool>() ? $" {field}" : "";

    private static Dictionary<string, string?> Files(string path, string text) => new() { [path] = text };
}
