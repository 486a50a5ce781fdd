using System.Globalization;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Issues themselves; one that the App files comes back to it as <c>issues.opened</c>. Source: REST, "Issues".</summary>
internal static class IssueEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "issues/{issue_number}", Get),
        .. RestRoute.OfRepository("POST", "issues", Create, needs: "issues=write"),
    ];

    /// <summary>The issue that the path names.</summary>
    /// <exception cref="RestRefusal">404, or 410 for one that was deleted.</exception>
    public static SandboxIssue Find(RestRequest request)
    {
        var issue = int.TryParse(request["issue_number"], CultureInfo.InvariantCulture, out var number) ? request.Repository.Find(number) : null;
        request.Issue = issue?.Number;

        return issue switch
        {
            null => throw new RestRefusal(RestErrors.NotFound),
            { Deleted: true } => throw new RestRefusal(RestErrors.DeletedIssue),
            _ => issue,
        };
    }

    private static RestAnswer Get(RestRequest request, SandboxState state)
    {
        var issue = Find(request);

        return RestAnswer.Json(200, IssueJson.Of(issue) with { ClosedBy = issue.ClosedBy?.Json }, WireJson.GitHub.IssueJson);
    }

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        if (string.IsNullOrWhiteSpace(request.Text("title")))
        {
            return RestErrors.Invalid("Issue", "missing_field", "title");
        }

        var (issue, opened) = request.Repository.File(request.Required("title"), request.Text("body"), state.Bot.Login, [.. request.Texts("labels")]);

        foreach (var login in request.Texts("assignees"))
        {
            issue.Assign(state.User(login));
        }

        request.Issue = issue.Number;
        state.Tell([opened]);

        return RestAnswer.Json(201, IssueJson.Of(issue), WireJson.GitHub.IssueJson) with { Location = issue.Url };
    }
}
