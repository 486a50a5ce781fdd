using System.Globalization;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Pull requests, the newest first, the files they change, and the commits they hold. Source: REST, "Pull requests".</summary>
internal static class PullEndpoints
{
    /// <summary>GitHub lists no more, and says nothing of the others.</summary>
    private const int MaxFiles = 3000;

    private const int MaxCommits = 250;

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "pulls", List, needs: "pull_requests=read"),
        .. RestRoute.OfRepository("GET", "pulls/{pull_number}", (request, _) => RestAnswer.Json(200, PullJson.Of(Find(request))), needs: "pull_requests=read; contents=read"),
        .. RestRoute.OfRepository("GET", "pulls/{pull_number}/files", Files, needs: "pull_requests=read"),
        .. RestRoute.OfRepository("GET", "pulls/{pull_number}/commits", Commits, needs: "pull_requests=read"),
    ];

    public static SandboxPull Find(RestRequest request)
    {
        var pull = int.TryParse(request["pull_number"], CultureInfo.InvariantCulture, out var number) ? request.Repository.FindPull(number) : null;
        request.Issue = pull?.Number;

        return pull ?? throw new RestRefusal(RestErrors.NotFound);
    }

    /// <summary>GitHub leaves a <c>head</c> without its owner (<c>octo-org:branch</c>) out of account, and lists everything.</summary>
    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var (head, @base) = (request.Parameter("head"), request.Parameter("base"));
        Func<SandboxPull, bool> wanted = request.Parameter("state") switch
        {
            null or "open" => pull => pull.IsOpen,
            "closed" => pull => !pull.IsOpen,
            "all" => _ => true,
            _ => throw new RestRefusal(RestErrors.Invalid("PullRequest", "invalid", "state")),
        };
        var (page, link) = RestPages.Cut(request, state,
        [
            .. request.Repository.Pulls.Reverse()
                .Where(pull => wanted(pull) && (@base ?? pull.BaseBranch) == pull.BaseBranch)
                .Where(pull => head is null || !head.Contains(':', StringComparison.Ordinal) || head == $"{request.Repository.Owner.Login}:{pull.HeadBranch}"),
        ]);

        return RestAnswer.Json(200, [.. page.Select(PullJson.Listed)], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer Files(RestRequest request, SandboxState state)
    {
        var pull = Find(request);
        var (files, link) = RestPages.Cut(request, state, [.. pull.Files.Take(MaxFiles)]);

        return RestAnswer.Json(200, [.. files.Select(file => CodeJson.File(request.Repository, file, pull.Head.Sha))], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer Commits(RestRequest request, SandboxState state)
    {
        var (commits, link) = RestPages.Cut(request, state, [.. Find(request).Commits.Take(MaxCommits)]);

        return RestAnswer.Json(200, [.. commits.Select(commit => CodeJson.Commit(request.Repository, commit))], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }
}
