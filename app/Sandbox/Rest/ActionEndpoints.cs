using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Workflows to start, and their runs. A workflow is there where its file is on the branch, and can be started where it says <c>workflow_dispatch</c>. Source: REST, "Workflows" and "Workflow runs".
/// </summary>
internal static class ActionEndpoints
{
    private const string Folder = ".github/workflows/";

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("POST", "actions/workflows/{workflow}/dispatches", Dispatch, needs: "actions=write"),
        .. RestRoute.OfRepository("GET", "actions/workflows/{workflow}/runs", (request, state) => List(request, state, request["workflow"]), needs: "actions=read"),
        .. RestRoute.OfRepository("GET", "actions/runs", (request, state) => List(request, state, null), needs: "actions=read"),
        .. RestRoute.OfRepository("GET", "actions/runs/{run_id}", (request, _) => RestAnswer.Json(200, RunJson.Of(Find(request))), needs: "actions=read"),
    ];

    private static RestAnswer Dispatch(RestRequest request, SandboxState state)
    {
        var (repository, file, wanted) = (request.Repository, request["workflow"], request.Required("ref"));
        var name = wanted.StartsWith("refs/", StringComparison.Ordinal) ? wanted["refs/".Length..] : repository.Branches.Branch(wanted) is null ? $"tags/{wanted}" : $"heads/{wanted}";
        var commit = name.StartsWith("tags/", StringComparison.Ordinal) ? repository.Branches.Tag(name["tags/".Length..]) : repository.Branches.Branch(name["heads/".Length..]);

        if (!Workflows(repository).Contains(Folder + file))
        {
            return RestErrors.NotFound;
        }

        if (commit is null)
        {
            return RestErrors.Invalid($"No ref found for: {wanted}");
        }

        if (commit.Files.TryGetValue(Folder + file, out var text) != true || !System.Text.Encoding.UTF8.GetString(text!.Bytes.Span).Contains("workflow_dispatch", StringComparison.Ordinal))
        {
            return RestErrors.Invalid("Workflow does not have 'workflow_dispatch' trigger");
        }

        var inputs = request.Has("inputs") ? request.Json.GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => input.Value.ToString()) : [];

        // What is not declared is refused, as GitHub does.
        if (inputs.Keys.FirstOrDefault(input => !System.Text.Encoding.UTF8.GetString(text.Bytes.Span).Contains($"{input}:", StringComparison.Ordinal)) is { } unexpected)
        {
            return RestErrors.Invalid($"Unexpected inputs provided: [\"{unexpected}\"]");
        }

        var run = repository.AddRun(Folder + file, name, commit, "workflow_dispatch", state.Bot, inputs);
        state.Tell([Events.Run("requested", run)]);

        return request.Flag("return_run_details") == true
            ? RestAnswer.Json(200, Fragment.Of(json =>
            {
                json.WriteNumber("workflow_run_id", run.Id);
                json.WriteString("run_url", run.Url);
                json.WriteString("html_url", run.HtmlUrl);
            }))
            : RestAnswer.NoContent;
    }

    private static RestAnswer List(RestRequest request, SandboxState state, string? file)
    {
        if (file is not null && !Workflows(request.Repository).Contains(Folder + file))
        {
            return RestErrors.NotFound;
        }

        var (commit, branch, by) = (request.Parameter("head_sha"), request.Parameter("branch"), request.Parameter("event"));
        List<SandboxRun> runs = [.. request.Repository.Runs.Where(run => (file ?? run.File) == run.File && (commit ?? run.Commit.Sha) == run.Commit.Sha && (branch ?? run.Branch) == run.Branch && (by ?? run.Event) == run.Event).Reverse()];
        var (page, link) = RestPages.Cut(request, state, runs);

        return RestAnswer.Json(200, Fragment.Of(json =>
        {
            json.WriteNumber("total_count", runs.Count);
            json.Paste("workflow_runs", page.Select(RunJson.Of));
        })) with
        { Link = link };
    }

    /// <summary>Those on any branch, and those that have run.</summary>
    private static HashSet<string> Workflows(SandboxRepository repository) =>
        [.. repository.Branches.All.SelectMany(branch => branch.Head.Files.Keys).Where(path => path.StartsWith(Folder, StringComparison.Ordinal)), .. repository.Runs.Select(run => run.Path)];

    private static SandboxRun Find(RestRequest request)
    {
        var id = request.Number("run_id");

        return request.Repository.Runs.FirstOrDefault(run => run.Id == id) ?? throw new RestRefusal(RestErrors.NotFound);
    }
}
