using System.Text;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Deliveries;

/// <summary>Every example that GitHub publishes of what a gate is judged by, delivered to an App, and what it is to us: by itself, and where the check is our own.</summary>
public sealed class GateExampleTests
{
    private static readonly string[] Names = ["pull_request_review", "check_run", "check_suite", "status", "merge_group"];

    /// <summary>By event and action: what somebody else's is, what ours is, and whether it is kept where no hotfix knows what it is about.</summary>
    private static readonly Dictionary<string, (string? Others, string? Ours, bool IsNoise)> Expected = new()
    {
        ["pull_request_review submitted"] = (nameof(PullReviewed), nameof(PullReviewed), true),
        ["pull_request_review dismissed"] = (nameof(PullReviewed), nameof(PullReviewed), true),
        ["check_run created"] = (null, null, true),
        ["check_run completed"] = (nameof(CheckReported), null, true),
        ["check_run rerequested"] = (null, nameof(CheckRequested), true),
        ["check_run requested_action"] = (null, nameof(CheckRequested), true),
        ["check_suite completed"] = (nameof(CheckReported), null, true),
        ["check_suite requested"] = (null, null, true),
        ["check_suite rerequested"] = (null, nameof(CheckRequested), true),
        ["status"] = (nameof(CheckReported), nameof(CheckReported), true),
        ["merge_group checks_requested"] = (nameof(MergeGroupFormed), nameof(MergeGroupFormed), false),
    };

    [Fact]
    public void Each_is_what_the_table_says()
    {
        var seen = new HashSet<string>();

        foreach (var (name, body) in Examples.All().Where(example => Names.Contains(example.Event)).Select(example => (example.Event, ToApp(example.Body))))
        {
            var payload = WebhookParser.Read(body);
            var key = payload.Action is { } action ? $"{name} {action}" : name;

            Assert.True(Expected.TryGetValue(key, out var expected), $"The table lacks {key}.");
            Assert.Equal(
                (key, expected.Others, expected.Ours, expected.IsNoise),
                (key, Parse(name, body, -1)?.GetType().Name, Parse(name, body, AppOf(payload))?.GetType().Name, new GitHubWebhooks(-1).Address(name, body).IsNoise));
            seen.Add(key);
        }

        Assert.Equal(Expected.Keys.Order(), seen.Order());
    }

    [Fact]
    public void Their_fields_are_read()
    {
        Assert.Equal(2, First<PullReviewed>("pull_request_review", "submitted").Number);
        Assert.Equal(("ec26c3e57ca3a959ca5aad62de7213c562f8c821", [2]), First<CheckReported>("check_run", "completed") is var run ? (run.Commit, run.Pulls) : default);
        Assert.Equal(("ec26c3e57ca3a959ca5aad62de7213c562f8c821", [2]), First<CheckReported>("check_suite", "completed") is var suite ? (suite.Commit, suite.Pulls) : default);
        Assert.Equal(("6113728f27ae82c7b1a177c8d03f9e96e0adf246", []), First<CheckReported>("status", null) is var status ? (status.Commit, status.Pulls) : default);
        Assert.Equal(
            ("2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d", "380387fbc80638b734a49e1be1c4dfec1c01b33c", "main"),
            First<MergeGroupFormed>("merge_group", "checks_requested") is var group ? (group.Commit, group.Base, group.Branch) : default);
        Assert.Equal(("API Review", [26764]), First<CheckRequested>("check_run", "requested_action") is var click ? (click.Name, click.Pulls) : default);
        Assert.Equal((null, [2]), First<CheckRequested>("check_suite", "rerequested") is var again ? (again.Name, again.Pulls) : default);
    }

    /// <summary>A check that is asked for again is ours, anything else somebody else's.</summary>
    private static T First<T>(string name, string? action)
        where T : GitHubEvent => Examples.All()
            .Select(example => (example.Event, Body: ToApp(example.Body)))
            .Where(example => example.Event == name && WebhookParser.Read(example.Body).Action == action)
            .Select(example => Parse(name, example.Body, typeof(T) == typeof(CheckRequested) ? AppOf(WebhookParser.Read(example.Body)) : -1))
            .OfType<T>()
            .First();

    private static GitHubEvent? Parse(string name, byte[] body, long self) => new GitHubWebhooks(self).Parse(name, body, new(self, "hotfix-test"));

    private static long AppOf(WebhookPayload payload) => payload.CheckRun?.App?.Id ?? payload.CheckSuite?.App?.Id ?? -1;

    private static byte[] ToApp(byte[] body) => Encoding.UTF8.GetBytes($$"""{"installation":{"id":5},{{Encoding.UTF8.GetString(body)[1..]}}""");
}
