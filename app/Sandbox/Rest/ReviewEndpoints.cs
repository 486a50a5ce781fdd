using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Reviews of pull requests, the oldest first. What the App thinks of one comes back to it as <c>pull_request_review.submitted</c>; nobody approves what they opened. Source: REST,
/// "Pull request reviews"; reviews that are begun and not sent (<c>PENDING</c>), and remarks on lines, are left out.
/// </summary>
internal static class ReviewEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "pulls/{pull_number}/reviews", List, needs: "pull_requests=read"),
        .. RestRoute.OfRepository("POST", "pulls/{pull_number}/reviews", Create, needs: "pull_requests=write"),
    ];

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var (page, link) = RestPages.Cut(request, state, PullEndpoints.Find(request).Reviews);

        return RestAnswer.Json(200, [.. page.Select(ReviewJson.Of)], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var (pull, body, verdict) = (PullEndpoints.Find(request), request.Text("body") ?? "", request.Text("event"));
        var said = verdict switch { "APPROVE" => "approved", "REQUEST_CHANGES" => "changes_requested", "COMMENT" => "commented", _ => null };

        if (said is null)
        {
            return RestErrors.Invalid("The sandbox knows the events APPROVE, REQUEST_CHANGES and COMMENT.");
        }

        if (said != "commented" && pull.Issue.Author == state.Bot)
        {
            return RestErrors.Invalid($"Can not {(said == "approved" ? "approve" : "request changes on")} your own pull request");
        }

        if (said != "approved" && body.Length == 0)
        {
            return RestErrors.Invalid("Invalid request.\n\n\"body\" wasn't supplied.");
        }

        var review = pull.Add(state.Bot, said, body);
        state.Tell([Events.Review("submitted", review, state.Bot)]);

        return RestAnswer.Json(200, ReviewJson.Of(review));
    }
}
