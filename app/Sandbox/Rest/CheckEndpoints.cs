using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Check runs. What the App writes comes back to it as <c>check_run.created</c> and <c>check_run.completed</c>. Source: REST, "Check runs".
/// </summary>
internal static class CheckEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("POST", "check-runs", Create, needs: "checks=write"),
        .. RestRoute.OfRepository("PATCH", "check-runs/{check_run_id}", Update, needs: "checks=write"),
        .. RestRoute.OfRepository("GET", "check-runs/{check_run_id}", (request, _) => RestAnswer.Json(200, CheckJson.Of(Find(request))), needs: "checks=read"),
        .. RestRoute.OfRepository("GET", "commits/{ref}/check-runs", List, needs: "checks=read"),
    ];

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var name = request.Text("name") ?? throw new RestRefusal(RestErrors.Invalid("Invalid request.\n\n\"name\" wasn't supplied."));
        var commit = request.Text("head_sha") ?? throw new RestRefusal(RestErrors.Invalid("Invalid request.\n\n\"head_sha\" wasn't supplied."));
        var said = CheckBody.Read(request);

        if (request.Repository.Branches.Find(commit)?.Sha != commit)
        {
            return RestErrors.Invalid($"No commit found for SHA: {commit}");
        }

        var check = request.Repository.AddCheck(name, commit);
        check.ExternalId = said.ExternalId ?? "";
        state.Tell([Events.Check("created", check, state.Bot)]);
        said.Write(check, state);

        return RestAnswer.Json(201, CheckJson.Of(check));
    }

    private static RestAnswer Update(RestRequest request, SandboxState state)
    {
        var check = Find(request);

        if (check.AppId != state.App.Id)
        {
            return RestErrors.Refuse(403, "Invalid app_id `" + state.App.Id + "` - check run can only be modified by the GitHub App that created it.");
        }

        CheckBody.Read(request).Write(check, state);

        return RestAnswer.Json(200, CheckJson.Of(check));
    }

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var commit = request.Repository.Branches.Find(request["ref"]) ?? throw new RestRefusal(RestErrors.Invalid($"No commit found for SHA: {request["ref"]}"));
        var (name, app) = (request.Parameter("check_name"), request.Parameter("app_id"));
        var all = request.Repository.Checks.Where(check => check.Commit == commit.Sha && (name ?? check.Name) == check.Name && (app ?? $"{check.AppId}") == $"{check.AppId}");
        List<SandboxCheck> checks = [.. request.Parameter("filter") == "all" ? all : all.GroupBy(check => (check.AppId, check.Name)).Select(runs => runs.Last())];
        var (page, link) = RestPages.Cut(request, state, checks);

        return RestAnswer.Json(200, new CheckListJson(checks.Count, [.. page.Select(CheckJson.Of)]), WireJson.GitHub.CheckListJson) with { Link = link };
    }

    private static SandboxCheck Find(RestRequest request)
    {
        var id = request.Number("check_run_id");

        return request.Repository.Checks.FirstOrDefault(check => check.Id == id) ?? throw new RestRefusal(RestErrors.NotFound);
    }
}
