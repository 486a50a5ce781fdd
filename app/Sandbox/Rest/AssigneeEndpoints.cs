using System.Text.Json;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Who is responsible for an issue. Whoever cannot be assigned is left out without a word. What the App changes comes back to it as <c>issues.assigned</c> and
/// <c>issues.unassigned</c>. Source: REST, "Issue assignees".
/// </summary>
internal static class AssigneeEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("POST", "issues/{issue_number}/assignees", Add, needs: "issues=write"),
        .. RestRoute.OfRepository("DELETE", "issues/{issue_number}/assignees", Remove, needs: "issues=write"),
    ];

    private static RestAnswer Add(RestRequest request, SandboxState state) => Change(request, state, 201, "assigned", (issue, user) => issue.Assign(user));

    private static RestAnswer Remove(RestRequest request, SandboxState state) => Change(request, state, 200, "unassigned", (issue, user) => issue.Unassign(user));

    private static RestAnswer Change(RestRequest request, SandboxState state, int status, string action, Func<SandboxIssue, SandboxUser, bool> change)
    {
        var issue = IssueEndpoints.Find(request);

        foreach (var user in Logins(request.Json).Select(login => state.User(login)).Where(user => change(issue, user)))
        {
            state.Echo?.Invoke(Events.Issue(action, issue, state.Bot, assignee: user));
        }

        return RestAnswer.Json(status, IssueJson.Of(issue), WireJson.GitHub.IssueJson);
    }

    private static IEnumerable<string> Logins(JsonElement body) =>
        body.ValueKind is JsonValueKind.Object && body.TryGetProperty("assignees", out var logins) && logins.ValueKind is JsonValueKind.Array
            ? [.. logins.EnumerateArray().Select(login => login.GetString() ?? "")]
            : throw new RestRefusal(RestErrors.Invalid("Invalid request.\n\n\"assignees\" wasn't supplied."));
}
