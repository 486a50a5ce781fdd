using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>Workflows at GitHub. Promises, errors and source: see <see cref="IWorkflows"/>.</summary>
internal sealed class GitHubWorkflows(GitHubUrl url, ICalls calls, TimeProvider time) : IWorkflows
{
    public async Task<WorkflowRun?> StartAsync(Repository repository, string file, string branch, WorkflowInputs inputs, CancellationToken cancellationToken)
    {
        var wanted = new DispatchWire(branch, new Dictionary<string, string> { ["severity"] = inputs.Severity, ["target"] = inputs.Target, ["version"] = inputs.Version, ["plan"] = inputs.Plan });
        var call = new Call(HttpMethod.Post, url.Of(repository, "actions", "workflows", file, "dispatches"), repository.Installation, $"run the workflow {file} of {repository} on {branch}")
        {
            Grant = Grant.Actions,
            Body = JsonSerializer.SerializeToUtf8Bytes(wanted, WorkflowsJson.Default.DispatchWire),
            Creates = true,
        };
        var answer = await calls.SendAsync(call, cancellationToken);
        answer.Check(call);

        // Without the number the run is looked for by its commit.
        return answer.Body.Length > 0 && answer.Read(call, WorkflowsJson.Default.DispatchedWire) is { WorkflowRunId: { } id, HtmlUrl: { } page }
            && await ReadAsync(repository, id, cancellationToken) is { } run ? run with { Url = page } : null;
    }

    public async Task<WorkflowRun?> FindAsync(Repository repository, string file, string commit, CancellationToken cancellationToken)
    {
        var uri = new Uri($"{url.Of(repository, "actions", "workflows", file, "runs").AbsoluteUri}?head_sha={Uri.EscapeDataString(commit)}&per_page=20");
        var call = On(repository, uri, $"list the runs of the workflow {file} of {repository}");
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.Status == HttpStatusCode.NotFound ? null : answer.Read(call, WorkflowsJson.Default.RunListWire).WorkflowRuns.Where(run => run.Event != "pull_request").MaxBy(run => run.Id) is { } found ? Of(found) : null;
    }

    public async Task<string?> NameAsync(Repository repository, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Get, url.Of(repository), repository.Installation, $"say how {repository} is called") { Grant = Grant.Code };
        var answer = await calls.SendAsync(call, cancellationToken);

        return !answer.IsGone && answer.Read(call, WorkflowsJson.Default.NameWire) is var found && found.Id == repository.Id ? found.FullName : null;
    }

    private async Task<WorkflowRun?> ReadAsync(Repository repository, long id, CancellationToken cancellationToken)
    {
        var call = On(repository, url.Of(repository, "actions", "runs", $"{id}"), $"look up the run {id} of {repository}");
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.IsGone ? null : Of(answer.Read(call, WorkflowsJson.Default.RunWire));
    }

    private WorkflowRun Of(RunWire run) => new(run.Id, run.RunAttempt ?? 1, run.HeadSha, WorkflowRuns.Standing(run.Status, run.Conclusion), run.RunStartedAt ?? time.GetUtcNow(), run.HtmlUrl);

    private static Call On(Repository repository, Uri uri, string what) => new(HttpMethod.Get, uri, repository.Installation, what) { Grant = Grant.Actions };
}

internal sealed record DispatchWire(string Ref, IReadOnlyDictionary<string, string> Inputs, bool ReturnRunDetails = true);

internal sealed record DispatchedWire(long? WorkflowRunId = null, string? HtmlUrl = null);

internal sealed record RunListWire(RunWire[] WorkflowRuns);

internal sealed record RunWire(long Id, string HeadSha, string HtmlUrl, int? RunAttempt = null, string? Event = null, string? Status = null, string? Conclusion = null, DateTimeOffset? RunStartedAt = null);

internal sealed record NameWire(long Id, string FullName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DispatchWire))]
[JsonSerializable(typeof(DispatchedWire))]
[JsonSerializable(typeof(RunListWire))]
[JsonSerializable(typeof(NameWire))]
internal sealed partial class WorkflowsJson : JsonSerializerContext;
