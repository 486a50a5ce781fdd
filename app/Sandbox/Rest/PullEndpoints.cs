using System.Globalization;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Pull requests and the files they change. Source: REST, "Pull requests".</summary>
internal static class PullEndpoints
{
    /// <summary>GitHub lists no more, and says nothing of the others.</summary>
    private const int MaxFiles = 3000;

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "pulls/{pull_number}", (request, _) => RestAnswer.Json(200, PullJson.Of(Find(request))), needs: "pull_requests=read"),
        .. RestRoute.OfRepository("GET", "pulls/{pull_number}/files", Files, needs: "pull_requests=read"),
    ];

    private static RestAnswer Files(RestRequest request, SandboxState state)
    {
        var pull = Find(request);
        var (files, link) = RestPages.Cut(request, state, [.. pull.Files.Take(MaxFiles)]);

        return RestAnswer.Json(200, [.. files.Select(file => PullJson.FileOf(file, pull))], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static SandboxPull Find(RestRequest request)
    {
        var pull = int.TryParse(request["pull_number"], CultureInfo.InvariantCulture, out var number) ? request.Repository.FindPull(number) : null;
        request.Issue = pull?.Number;

        return pull ?? throw new RestRefusal(RestErrors.NotFound);
    }
}
