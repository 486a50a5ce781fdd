using System.Text.Json;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>A check run, as <c>check-run</c> of GitHub's API description, and the suite it is in; webhooks carry the same shapes.</summary>
internal static class CheckJson
{
    public static Fragment Of(SandboxCheck check) => Fragment.Of(json =>
    {
        json.WriteNumber("id", check.Id);
        json.WriteString("node_id", $"CR_kwDO{check.Id:D8}");
        json.WriteString("name", check.Name);
        json.WriteString("head_sha", check.Commit);
        json.WriteString("external_id", "");
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
        json.WriteStartObject("check_suite");
        json.WriteNumber("id", check.SuiteId);
        json.WriteEndObject();
        App(json, check);
        json.WriteStartArray("pull_requests");
        json.WriteEndArray();
    });

    public static Fragment SuiteOf(SandboxCheck check) => Fragment.Of(json =>
    {
        var repository = check.Repository;
        var commit = repository.Branches.Find(check.Commit)!;
        var url = $"{repository.Url}/check-suites/{check.SuiteId}";

        json.WriteNumber("id", check.SuiteId);
        json.WriteString("node_id", $"CS_kwDO{check.SuiteId:D8}");
        json.WriteString("head_sha", check.Commit);
        json.WriteNull("head_branch");
        json.WriteNull("before");
        json.WriteString("after", check.Commit);
        json.WriteString("status", "queued");
        json.WriteNull("conclusion");
        json.WriteString("url", url);
        json.WriteString("check_runs_url", $"{url}/check-runs");
        json.WriteString("created_at", Stamp.Of(check.Started));
        json.WriteString("updated_at", Stamp.Of(repository.State.Now));
        json.WriteNumber("latest_check_runs_count", 1);
        json.WriteStartArray("pull_requests");
        json.WriteEndArray();
        App(json, check);
        json.WriteStartObject("head_commit");
        json.WriteString("id", commit.Sha);
        json.WriteString("tree_id", commit.Tree);
        json.WriteString("message", commit.Message);
        json.WriteString("timestamp", Stamp.Of(commit.Time));
        Person(json, "author", commit.By);
        Person(json, "committer", commit.Committer);
        json.WriteEndObject();
    });

    private static void App(Utf8JsonWriter json, SandboxCheck check)
    {
        var state = check.Repository.State;
        var app = check.AppId == state.App.Id ? state.AppFragment : AppJson.Stranger(check.AppId, state);
        json.WritePropertyName("app");
        json.WriteRawValue(app.Json.Span, skipInputValidation: true);
    }

    private static void Person(Utf8JsonWriter json, string name, GitPerson person)
    {
        json.WriteStartObject(name);
        json.WriteString("name", person.Name);
        json.WriteString("email", person.Email);
        json.WriteEndObject();
    }
}

/// <summary>The check runs of a commit.</summary>
internal sealed record CheckListJson(int TotalCount, IReadOnlyList<Fragment> CheckRuns);
