using System.Globalization;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Issues themselves. Source: REST, "Issues".</summary>
internal static class IssueEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "issues/{issue_number}", (request, _) => RestAnswer.Json(200, IssueJson.Of(Find(request)), WireJson.GitHub.IssueJson)),
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
}
