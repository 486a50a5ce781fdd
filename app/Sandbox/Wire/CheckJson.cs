using System.Text.Json;

namespace Hotfix.Sandbox.Wire;

/// <summary>A check run, as <c>check-run</c> of GitHub's API description, which keeps the buttons on it to itself.</summary>
internal static class CheckJson
{
    public static Fragment Of(SandboxCheck check) => Fragment.Of(json => Write(json, check, SuiteJson.Named(check.SuiteId)));

    /// <summary>As webhooks carry it, with more of its suite.</summary>
    public static Fragment Told(SandboxCheck check) =>
        Fragment.Of(json => Write(json, check, SuiteJson.Short(new(check.Repository, check.AppId, check.Repository.Branches.Objects.Commit(check.Commit)!))));

    public static Fragment App(SandboxState state, long id) => id == state.App.Id ? state.AppFragment : AppJson.Stranger(id, state);

    private static void Write(Utf8JsonWriter json, SandboxCheck check, Fragment suite)
    {
        json.WriteNumber("id", check.Id);
        json.WriteString("node_id", $"CR_kwDO{check.Id:D8}");
        json.WriteString("name", check.Name);
        json.WriteString("head_sha", check.Commit);
        json.WriteString("external_id", check.ExternalId);
        json.WriteString("url", check.Url);
        json.WriteString("html_url", $"{check.Repository.HtmlUrl}/runs/{check.Id}");
        json.WriteString("details_url", "https://example.com/hotfix");
        json.WriteString("status", check.Status);
        json.WriteString("conclusion", check.Conclusion);
        json.WriteString("started_at", Stamp.Of(check.Started));
        json.WriteString("completed_at", check.Completed is { } completed ? Stamp.Of(completed) : null);
        json.WriteStartObject("output");
        json.WriteString("title", check.Title);
        json.WriteString("summary", check.Summary);
        json.WriteString("text", check.Text);
        json.WriteNumber("annotations_count", check.Annotations.Count);
        json.WriteString("annotations_url", $"{check.Url}/annotations");
        json.WriteEndObject();
        json.Paste("check_suite", suite);
        json.Paste("app", App(check.Repository.State, check.AppId));
        json.Paste("pull_requests", check.Repository.Pulls.Where(pull => pull.IsOpen && pull.Head.Sha == check.Commit).Select(PullJson.Minimal));
    }
}

/// <summary>The check runs of a commit.</summary>
internal sealed record CheckListJson(int TotalCount, IReadOnlyList<Fragment> CheckRuns);
