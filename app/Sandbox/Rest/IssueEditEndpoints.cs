using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Issues and pull requests edited, closed and opened again; what the App does comes back to it as people's deeds do. Source: REST, "Update an issue". Of its fields the sandbox knows title,
/// body and state: labels and assignees have endpoints of their own, and are refused here rather than overlooked.
/// </summary>
internal static class IssueEditEndpoints
{
    private static readonly string[] Reasons = ["completed", "not_planned", "duplicate", "reopened"];

    private static readonly string[] Known = ["title", "body", "state", "state_reason", "duplicate_issue_id"];

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("PATCH", "issues/{issue_number}", Update, needs: "issues=write; pull_requests=write"),
    ];

    private static RestAnswer Update(RestRequest request, SandboxState state)
    {
        var issue = IssueEndpoints.Find(request);
        var (title, body, wanted, reason, by) = (request.Text("title"), request.Text("body"), request.Text("state"), request.Text("state_reason"), state.Bot.Login);

        if (request.Names.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            return RestErrors.Invalid($"The sandbox does not change '{unknown}' of an issue.");
        }

        if (wanted is not (null or "open" or "closed") || (reason is not null && !Reasons.Contains(reason)))
        {
            return RestErrors.Invalid("Issue", "invalid", wanted is null or "open" or "closed" ? "state_reason" : "state");
        }

        if (wanted == "open" && issue.Repository.FindPull(issue.Number) is { IsOpen: false, CanReopen: false })
        {
            return RestErrors.Invalid("PullRequest", "invalid", "state", "state cannot be changed. The pull request cannot be reopened.");
        }

        if ((title is not null && title != issue.Title) || (body is not null && body != issue.Body))
        {
            state.Tell([issue.Edit(title, body, by)]);
        }

        if (wanted == "closed" && issue.Closed is null)
        {
            state.Tell([issue.Close(reason ?? "completed", by)]);
        }
        else if (wanted == "closed" && reason is not null)
        {
            issue.StateReason = reason;
        }
        else if (wanted == "open" && issue.Closed is not null)
        {
            state.Tell([issue.Reopen(by)]);
        }

        return RestAnswer.Json(200, IssueJson.Of(issue), WireJson.GitHub.IssueJson);
    }
}
