using System.Globalization;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>What was delivered to the App and what was not. Pages are found by a cursor, which is the attempt after which the next one begins. Source: REST, "GitHub App webhooks".</summary>
internal static class HookEndpoints
{
    private const string Mark = "v1_";

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        new("GET", "app/hook/deliveries", RestAccess.App, List),
        new("GET", "app/hook/deliveries/{delivery_id}", RestAccess.App, Get),
    ];

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var size = int.TryParse(request.Parameter("per_page"), CultureInfo.InvariantCulture, out var asked) && asked > 0 ? Math.Min(asked, 100) : 30;
        var all = state.Attempts.All;

        if (request.Parameter("cursor") is { } cursor)
        {
            var after = cursor.StartsWith(Mark, StringComparison.Ordinal) && long.TryParse(cursor.AsSpan(Mark.Length), CultureInfo.InvariantCulture, out var id)
                ? id
                : throw new RestRefusal(RestErrors.Refuse(400, "Invalid cursor"));
            all = [.. all.Where(attempt => attempt.Id < after)];
        }

        IReadOnlyList<SandboxAttempt> page = [.. all.Take(size)];
        var answer = RestAnswer.Json<IReadOnlyList<Fragment>>(200, [.. page.Select(AttemptJson.Of)], WireJson.GitHub.IReadOnlyListFragment);

        return all.Count > size
            ? answer with { Link = string.Create(CultureInfo.InvariantCulture, $"<{state.Api}/app/hook/deliveries?per_page={size}&cursor={Mark}{page[^1].Id}>; rel=\"next\"") }
            : answer;
    }

    private static RestAnswer Get(RestRequest request, SandboxState state) =>
        state.Attempts.All.FirstOrDefault(attempt => attempt.Id == request.Number("delivery_id")) is { } attempt ? RestAnswer.Json(200, AttemptJson.Whole(attempt)) : RestErrors.NotFound;
}
