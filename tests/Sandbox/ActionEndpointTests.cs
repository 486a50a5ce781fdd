using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

/// <summary>Workflows and their runs: each answer and delivery is as GitHub describes it (the tester looks when it closes).</summary>
public sealed class ActionEndpointTests
{
    private const string Workflow = "on:\n  workflow_dispatch:\n    inputs:\n      severity: {}\n      target: {}\n";

    private static string Dispatches(string file) => $"repos/octo-org/beta/actions/workflows/{file}/dispatches";

    [Fact]
    public async Task A_workflow_is_started_and_its_run_is_found()
    {
        await using var tester = await StartAsync();

        var (response, body) = await tester.PostAsync(Dispatches("hotfix.yml"), """{"ref":"main","inputs":{"severity":"P0","target":"beta"},"return_run_details":true}""");
        var run = Assert.Single(tester.Repository.Runs);

        Assert.Equal((HttpStatusCode.OK, run.Id), (response.StatusCode, body!["workflow_run_id"]!.GetValue<long>()));
        Assert.Equal(("workflow_dispatch", "P0", "beta"), (run.Event, run.Inputs["severity"], run.Inputs["target"]));
        Assert.Equal(run.Id, (await tester.GetAsync($"repos/octo-org/beta/actions/runs/{run.Id}")).Body!["id"]!.GetValue<long>());
        Assert.Equal(1, (await tester.GetAsync($"repos/octo-org/beta/actions/runs?head_sha={run.Commit.Sha}")).Body!["total_count"]!.GetValue<int>());
        Assert.Equal(1, (await tester.GetAsync($"repos/octo-org/beta/actions/workflows/hotfix.yml/runs?branch=main&event=workflow_dispatch")).Body!["total_count"]!.GetValue<int>());
        Assert.Equal(0, (await tester.GetAsync($"repos/octo-org/beta/actions/workflows/hotfix.yml/runs?head_sha={new string('0', 40)}")).Body!["total_count"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, (await tester.PostAsync(Dispatches("hotfix.yml"), """{"ref":"refs/heads/main"}""")).Response.StatusCode);
    }

    [Theory]
    [InlineData("other.yml", """{"ref":"main"}""", HttpStatusCode.NotFound, "Not Found")]
    [InlineData("push.yml", """{"ref":"main"}""", HttpStatusCode.UnprocessableEntity, "Workflow does not have 'workflow_dispatch' trigger")]
    [InlineData("hotfix.yml", """{"ref":"nowhere"}""", HttpStatusCode.UnprocessableEntity, "No ref found for: nowhere")]
    [InlineData("hotfix.yml", """{"ref":"main","inputs":{"colour":"red"}}""", HttpStatusCode.UnprocessableEntity, "Unexpected inputs provided: [\"colour\"]")]
    public async Task What_cannot_be_started_is_refused_in_GitHub_s_words(string file, string body, HttpStatusCode status, string message)
    {
        await using var tester = await StartAsync();

        Assert.Equal((status, message), await tester.TryAsync(HttpMethod.Post, Dispatches(file), body));
        Assert.Empty(tester.Repository.Runs);
    }

    [Fact]
    public async Task It_takes_the_permission()
    {
        await using var tester = await StartAsync();
        await tester.MayAsync(("actions", "read"), ("metadata", "read"));

        Assert.Equal(HttpStatusCode.Forbidden, (await tester.TryAsync(HttpMethod.Post, Dispatches("hotfix.yml"), """{"ref":"main"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await tester.TryAsync(HttpMethod.Get, "repos/octo-org/beta/actions/runs")).Status);
    }

    [Fact]
    public async Task A_run_s_way_is_delivered_as_github_describes_it()
    {
        await using var tester = await StartAsync();
        var (run, requested) = tester.Repository.Start("main");

        foreach (var (delivery, standing) in (ReadOnlySpan<(SandboxDelivery, string)>)[(requested, "queued"), (run.Begin(), "in_progress"), (run.Finish("failure"), "failure"), (run.Rerun(), "queued")])
        {
            Assert.Empty(OpenApi.GitHub.CheckWebhook(delivery.Event, delivery.Payload));
            var told = JsonNode.Parse(delivery.Payload)!["workflow_run"]!;
            Assert.Equal(standing, $"{told["conclusion"] ?? told["status"]}");
        }

        Assert.Equal(2, run.Attempt);
    }

    [Fact]
    public async Task A_step_gets_a_token_for_its_audience_and_nobody_else_does()
    {
        await using var tester = await StartAsync();
        var run = tester.Repository.Start("main").Run;
        var url = $"{run.Variables["ACTIONS_ID_TOKEN_REQUEST_URL"]}&audience=https%3A%2F%2Fhotfix.example.com";

        tester.Use(run.Variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
        var token = $"{(await tester.GetAsync(url)).Body!["value"]}".Split('.');
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token[1]))!;
        Assert.Equal(("https://hotfix.example.com", tester.GitHub.State.Issuer.Url, $"{run.Id}"), ($"{claims["aud"]}", $"{claims["iss"]}", $"{claims["run_id"]}"));

        tester.Use("sandbox-runner-of-nobody");
        Assert.Equal(HttpStatusCode.Unauthorized, (await tester.GetAsync(url)).Response.StatusCode);
    }

    private static async Task<SandboxTester> StartAsync()
    {
        var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("main", new Dictionary<string, string?> { [".github/workflows/hotfix.yml"] = Workflow, [".github/workflows/push.yml"] = "on: push\n" });

        return tester;
    }
}
