using System.Globalization;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Cuts a list into pages (30 by default, 100 at most) and says in <c>Link</c> where the others are, by the repository's id as GitHub does: a client that
/// builds such addresses itself instead of following them goes wrong. Source: "Using pagination in the REST API".
/// </summary>
internal static class RestPages
{
    /// <summary>Parameters that choose what is listed; an address without them would list something else.</summary>
    private static readonly string[] Kept = ["state", "since", "check_name", "app_id", "filter", "head", "base", "sort", "direction"];

    public static (IReadOnlyList<T> Items, string? Link) Cut<T>(RestRequest request, SandboxState state, IReadOnlyList<T> all, int size = 30)
    {
        size = Math.Min(Whole(request, "per_page", size), Math.Max(size, 100));
        var page = Whole(request, "page", 1);
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var links = new List<string>(4);

        void Add(bool wanted, int number, string relation)
        {
            if (wanted)
            {
                links.Add($"<{Address(request, state, size, number)}>; rel=\"{relation}\"");
            }
        }

        Add(page > 1, page - 1, "prev");
        Add(page < last, page + 1, "next");
        Add(page < last, last, "last");
        Add(page > 1, 1, "first");
        return ([.. all.Skip((page - 1) * size).Take(size)], links.Count == 0 ? null : string.Join(", ", links));
    }

    private static string Address(RestRequest request, SandboxState state, int size, int page)
    {
        var kept = string.Concat(Kept.Select(name => request.Parameter(name) is { } value ? $"{name}={Uri.EscapeDataString(value)}&" : ""));
        var below = request.Repository is { } repository ? $"repositories/{repository.Id}/{request.BelowRepository}" : request.Path.Trim('/');
        return string.Create(CultureInfo.InvariantCulture, $"{state.Api}/{below}?{kept}per_page={size}&page={page}");
    }

    private static int Whole(RestRequest request, string name, int otherwise) =>
        int.TryParse(request.Parameter(name), CultureInfo.InvariantCulture, out var value) && value > 0 ? value : otherwise;
}
