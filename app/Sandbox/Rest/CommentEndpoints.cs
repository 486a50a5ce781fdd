using System.Globalization;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Comments on issues, the oldest first. Source: REST, "Issue comments".</summary>
internal static class CommentEndpoints
{
    /// <summary>Characters.</summary>
    private const int MaxBody = 65536;

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "issues/comments", ListAll, RestAccess.Public),
        .. RestRoute.OfRepository("GET", "issues/comments/{comment_id}", Get),
        .. RestRoute.OfRepository("PATCH", "issues/comments/{comment_id}", Update),
        .. RestRoute.OfRepository("DELETE", "issues/comments/{comment_id}", Delete),
        .. RestRoute.OfRepository("GET", "issues/{issue_number}/comments", List),
        .. RestRoute.OfRepository("POST", "issues/{issue_number}/comments", Create),
    ];

    private static RestAnswer List(RestRequest request, SandboxState state) => Page(request, state, IssueEndpoints.Find(request).Comments);

    /// <summary>Those of all issues of the repository. GitHub pays no heed to a direction where nothing is said of the order.</summary>
    private static RestAnswer ListAll(RestRequest request, SandboxState state) => Page(request, state, (request.Parameter("sort"), request.Parameter("direction")) switch
    {
        ("updated", "asc") => [.. request.Repository.Comments.Values.OrderBy(comment => comment.Updated).ThenBy(comment => comment.Id)],
        ("updated", _) => [.. request.Repository.Comments.Values.OrderByDescending(comment => comment.Updated).ThenByDescending(comment => comment.Id)],
        ("created", "desc") => [.. request.Repository.Comments.Values.OrderByDescending(comment => comment.Id)],
        (null or "created", _) => [.. request.Repository.Comments.Values.OrderBy(comment => comment.Id)],
        _ => throw new RestRefusal(RestErrors.Invalid("IssueComment", "invalid", "sort")),
    });

    private static RestAnswer Page(RestRequest request, SandboxState state, IReadOnlyList<SandboxComment> comments)
    {
        if (DateTimeOffset.TryParse(request.Parameter("since"), CultureInfo.InvariantCulture, out var since))
        {
            comments = [.. comments.Where(comment => comment.Updated >= since)];
        }

        var (page, link) = RestPages.Cut(request, state, comments);
        return RestAnswer.Json(200, [.. page.Select(CommentJson.Of)], WireJson.GitHub.IReadOnlyListCommentJson) with { Link = link };
    }

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var issue = IssueEndpoints.Find(request);
        var comment = issue.Add(state.Bot, Body(request), byApp: true);
        return RestAnswer.Json(201, CommentJson.Of(comment), WireJson.GitHub.CommentJson);
    }

    private static RestAnswer Get(RestRequest request, SandboxState state) =>
        RestAnswer.Json(200, CommentJson.Of(Find(request)), WireJson.GitHub.CommentJson);

    private static RestAnswer Update(RestRequest request, SandboxState state)
    {
        var comment = Find(request);
        comment.Write(Body(request), state.Now);
        return RestAnswer.Json(200, CommentJson.Of(comment), WireJson.GitHub.CommentJson);
    }

    private static RestAnswer Delete(RestRequest request, SandboxState state)
    {
        Find(request).Remove();
        return RestAnswer.NoContent;
    }

    public static SandboxComment Find(RestRequest request)
    {
        var comment = request.Repository.Comments.GetValueOrDefault(request.Number("comment_id")) ?? throw new RestRefusal(RestErrors.NotFound);
        request.Issue = comment.Issue.Number;
        return comment;
    }

    private static string Body(RestRequest request) => request.Text("body") switch
    {
        null => throw new RestRefusal(RestErrors.Invalid("Invalid request.\n\n\"body\" wasn't supplied.")),
        { Length: > MaxBody } =>
            throw new RestRefusal(RestErrors.Invalid("IssueComment", "unprocessable", "data", $"Body is too long (maximum is {MaxBody} characters)")),
        var text when string.IsNullOrWhiteSpace(text) => throw new RestRefusal(RestErrors.Invalid("IssueComment", "missing_field", "body")),
        var text => text,
    };
}
