using System.Text.Json;

namespace Hotfix.Sandbox.Wire;

/// <summary>A run of a workflow, as <c>workflow-run</c> of GitHub's API description, which its webhooks have too; and the workflow itself, as webhooks name it.</summary>
internal static class RunJson
{
    public static Fragment Of(SandboxRun run) => Fragment.Of(json =>
    {
        Write(json, run, run.Repository.Json);
        json.WriteString("display_title", Title(run));
    });

    /// <summary>As webhooks carry it; GitHub describes no title of one that is in progress.</summary>
    public static Fragment Told(SandboxRun run) => Fragment.Of(json =>
    {
        Write(json, run, RepositoryJson.Short(run.Repository));

        if (run.Status != "in_progress")
        {
            json.WriteString("display_title", Title(run));
        }
    });

    public static Fragment Workflow(SandboxRun run) => Fragment.Of(json =>
    {
        var (repository, url) = (run.Repository, $"{run.Repository.Url}/actions/workflows/{run.WorkflowId}");
        json.WriteNumber("id", run.WorkflowId);
        json.WriteString("node_id", $"W_kwDO{run.WorkflowId:D8}");
        json.WriteString("name", "Hotfix");
        json.WriteString("path", run.Path);
        json.WriteString("state", "active");
        json.WriteString("created_at", Stamp.Of(repository.Created));
        json.WriteString("updated_at", Stamp.Of(repository.Created));
        json.WriteString("url", url);
        json.WriteString("html_url", $"{repository.HtmlUrl}/blob/{Git.SandboxBranches.Default}/{run.Path}");
        json.WriteString("badge_url", $"{repository.HtmlUrl}/workflows/Hotfix/badge.svg");
    });

    private static string Title(SandboxRun run) => run.Commit.Message.Split('\n')[0];

    private static void Write(Utf8JsonWriter json, SandboxRun run, Fragment named)
    {
        var repository = run.Repository;
        var suite = repository.SuiteOf(SandboxApp.GitHubActions, run.Commit.Sha);
        json.WriteNumber("id", run.Id);
        json.WriteString("name", "Hotfix");
        json.WriteString("node_id", $"WFR_kwLO{run.Id:D8}");
        json.WriteString("head_branch", run.Branch);
        json.WriteString("head_sha", run.Commit.Sha);
        json.WriteString("path", run.Path);
        json.WriteNumber("run_number", run.Number);
        json.WriteString("event", run.Event);
        json.WriteString("status", run.Status);
        json.WriteString("conclusion", run.Conclusion);
        json.WriteNumber("workflow_id", run.WorkflowId);
        json.WriteNumber("check_suite_id", suite);
        json.WriteString("check_suite_node_id", $"CS_kwDO{suite:D8}");
        json.WriteString("url", run.Url);
        json.WriteString("html_url", run.HtmlUrl);
        json.Paste("pull_requests", repository.Pulls.Where(pull => pull.IsOpen && pull.Head == run.Commit).Select(PullJson.Minimal));
        json.WriteString("created_at", Stamp.Of(run.Created));
        json.WriteString("updated_at", Stamp.Of(run.Updated));
        json.Paste("actor", run.By.Json);
        json.WriteNumber("run_attempt", run.Attempt);
        json.WriteStartArray("referenced_workflows");
        json.WriteEndArray();
        json.WriteString("run_started_at", Stamp.Of(run.Created));
        json.Paste("triggering_actor", run.By.Json);

        foreach (var (field, suffix) in (ReadOnlySpan<(string, string)>)[("jobs_url", "/jobs"), ("logs_url", "/logs"), ("artifacts_url", "/artifacts"), ("cancel_url", "/cancel"), ("rerun_url", "/rerun")])
        {
            json.WriteString(field, run.Url + suffix);
        }

        json.WriteString("check_suite_url", $"{repository.Url}/check-suites/{suite}");
        json.WriteString("previous_attempt_url", run.Attempt > 1 ? $"{run.Url}/attempts/{run.Attempt - 1}" : null);
        json.WriteString("workflow_url", $"{repository.Url}/actions/workflows/{run.WorkflowId}");
        json.Paste("head_commit", SuiteJson.Head(run.Commit));
        json.Paste("repository", named);
        json.Paste("head_repository", named);
    }
}
