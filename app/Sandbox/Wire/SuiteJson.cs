using System.Text.Json;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>A check suite: by its number alone, as check runs name it in answers and in webhooks, and whole, as <c>check_suite</c> carries it.</summary>
internal static class SuiteJson
{
    public static Fragment Named(long id) => Fragment.Of(json => json.WriteNumber("id", id));

    public static Fragment Short(SandboxSuite suite) => Fragment.Of(json => Write(json, suite));

    public static Fragment Of(SandboxSuite suite) => Fragment.Of(json =>
    {
        Write(json, suite);
        json.WriteString("check_runs_url", $"{Url(suite)}/check-runs");
        json.WriteNumber("latest_check_runs_count", Math.Max(1, suite.Checks.Count));
        json.Paste("head_commit", Head(suite.Commit));
    });

    /// <summary>A commit, as suites and merge groups name it: <c>simple-commit</c>.</summary>
    public static Fragment Head(SandboxCommit commit) => Fragment.Of(json =>
    {
        json.WriteString("id", commit.Sha);
        json.WriteString("tree_id", commit.Tree);
        json.WriteString("message", commit.Message);
        json.WriteString("timestamp", Stamp.Of(commit.Time));
        Person(json, "author", commit.By);
        Person(json, "committer", commit.Committer);
    });

    private static string Url(SandboxSuite suite) => $"{suite.Repository.Url}/check-suites/{suite.Id}";

    private static void Write(Utf8JsonWriter json, SandboxSuite suite)
    {
        json.WriteNumber("id", suite.Id);
        json.WriteString("node_id", $"CS_kwDO{suite.Id:D8}");
        json.WriteString("head_sha", suite.Commit.Sha);
        json.WriteString("head_branch", suite.Branch);
        json.WriteString("before", suite.Push?.Before);
        json.WriteString("after", suite.Commit.Sha);
        json.WriteString("status", suite.Status);
        json.WriteString("conclusion", suite.Conclusion);
        json.WriteString("url", Url(suite));
        json.WriteString("created_at", Stamp.Of(suite.Commit.Time));
        json.WriteString("updated_at", Stamp.Of(suite.Repository.State.Now));
        json.Paste("pull_requests", suite.Pulls.Select(PullJson.Minimal));
        json.Paste("app", CheckJson.App(suite.Repository.State, suite.AppId));
    }

    private static void Person(Utf8JsonWriter json, string name, GitPerson person)
    {
        json.WriteStartObject(name);
        json.WriteString("name", person.Name);
        json.WriteString("email", person.Email);
        json.WriteEndObject();
    }
}
