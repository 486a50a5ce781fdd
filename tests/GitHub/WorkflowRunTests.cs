using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.GitHub;

/// <summary>What GitHub tells of the runs of workflows, by its own examples and by what differs from them.</summary>
public sealed class WorkflowRunTests
{
    private static readonly AppIdentity Us = new(1, "hotfix");

    public static TheoryData<string?, string?, string> Standings => new()
    {
        { "queued", null, "Queued" },
        { "requested", null, "Queued" },
        { "waiting", null, "Queued" },
        { "pending", null, "Queued" },
        { null, null, "Queued" },
        { "in_progress", null, "Running" },
        { "completed", "success", "Succeeded" },
        { "completed", "skipped", "Succeeded" },
        { "completed", "neutral", "Succeeded" },
        { "completed", "failure", "Failed" },
        { "completed", "timed_out", "Failed" },
        { "completed", "action_required", "Failed" },
        { "completed", "startup_failure", "Failed" },
        { "completed", null, "Failed" },
        { "completed", "cancelled", "Cancelled" },
        { "completed", "stale", "Cancelled" },
    };

    [Fact]
    public void GitHub_s_examples_are_read_and_are_noise_to_those_without_a_hotfix()
    {
        var examples = Examples.All().Where(example => example.Event == "workflow_run").ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            var address = new GitHubWebhooks(1).Address("workflow_run", Told(example.Body));
            var run = Assert.IsType<WorkflowRunChanged>(address.Event);
            Assert.True(address.IsNoise);
            Assert.Contains($"heads/{run.Branch}", address.About);
            Assert.Contains($"commits/{run.Run.Commit}", address.About);
        });
    }

    [Theory]
    [MemberData(nameof(Standings))]
    public void How_it_stands(string? status, string? conclusion, string standing) =>
        Assert.Equal(standing, $"{Assert.IsType<WorkflowRunChanged>(Parse(run => (run["status"], run["conclusion"]) = (status, conclusion))).Run.Standing}");

    [Fact]
    public void The_path_loses_its_ref() => Assert.Equal(".github/workflows/a.yml", Assert.IsType<WorkflowRunChanged>(Parse(run => run["path"] = ".github/workflows/a.yml@refs/heads/main")).Path);

    [Fact]
    public void A_fork_s_run_and_a_pull_request_s_are_none_of_ours()
    {
        Assert.Null(Parse(run => run["head_repository"]!["id"] = 1));
        Assert.Null(Parse(run => run["head_repository"] = null));
        Assert.Null(Parse(run => run["event"] = "pull_request"));
        Assert.Null(Parse(run => run["event"] = "pull_request_target"));
    }

    [Fact]
    public void A_run_that_our_own_push_set_off_is_heard() => Assert.NotNull(Parse(_ => { }, payload => payload["sender"] = new JsonObject { ["login"] = "hotfix[bot]", ["type"] = "Bot" }));

    private static GitHubEvent? Parse(Action<JsonObject> change, Action<JsonObject>? outside = null)
    {
        var payload = JsonNode.Parse(Told(Examples.All().First(example => example.Event == "workflow_run").Body))!.AsObject();
        change(payload["workflow_run"]!.AsObject());
        outside?.Invoke(payload);

        return WebhookParser.Parse("workflow_run", WebhookParser.Read(Encoding.UTF8.GetBytes(payload.ToJsonString())), Us);
    }

    /// <summary>Delivered to an App, by a push to the repository itself.</summary>
    private static byte[] Told(byte[] body)
    {
        var payload = JsonNode.Parse(body)!.AsObject();
        payload["installation"] = new JsonObject { ["id"] = 5 };
        payload["workflow_run"]!["event"] = "push";
        payload["workflow_run"]!["path"] ??= ".github/workflows/ci.yml"; // older examples lack it
        payload["workflow_run"]!["head_repository"]!["id"] = payload["repository"]!["id"]!.DeepClone();

        return Encoding.UTF8.GetBytes(payload.ToJsonString());
    }
}
