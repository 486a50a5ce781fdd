using System.Globalization;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>The issues of a repository, pull requests among them, the newest first, or by their last change; <c>since</c> means changed then or later. Source: REST, "List repository issues".</summary>
internal static class IssueListEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } = [.. RestRoute.OfRepository("GET", "issues", List, RestAccess.Public)];

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        Func<SandboxIssue, bool> wanted = request.Parameter("state") switch
        {
            null or "open" => issue => issue.Closed is null,
            "closed" => issue => issue.Closed is not null,
            "all" => _ => true,
            _ => throw new RestRefusal(RestErrors.Invalid("Issue", "invalid", "state")),
        };
        var since = DateTimeOffset.TryParse(request.Parameter("since"), CultureInfo.InvariantCulture, out var time) ? time : DateTimeOffset.MinValue;
        var found = request.Repository.Issues.Where(issue => issue.Updated >= since).Where(wanted);
        List<SandboxIssue> issues = (request.Parameter("sort") ?? "created", request.Parameter("direction") ?? "desc") switch
        {
            ("created", "desc") => [.. found.OrderByDescending(issue => issue.Number)],
            ("created", "asc") => [.. found.OrderBy(issue => issue.Number)],
            ("updated", "desc") => [.. found.OrderByDescending(issue => issue.Updated)],
            ("updated", "asc") => [.. found.OrderBy(issue => issue.Updated)],
            _ => throw new RestRefusal(RestErrors.Invalid("Issue", "invalid", "sort")),
        };
        var (page, link) = RestPages.Cut(request, state, issues);

        return RestAnswer.Json(200, [.. page.Select(IssueJson.Of)], WireJson.GitHub.IReadOnlyListIssueJson) with { Link = link };
    }
}
