using System.Globalization;
using System.Text;

namespace Hotfix.Sandbox.GraphQl;

/// <summary>
/// A list in pages: of at most 100, from the front (<c>first</c>, <c>after</c>) or the back (<c>last</c>, <c>before</c>). Source: GraphQL API, "Using pagination" and "Rate limits and query limits".
/// </summary>
internal static class GraphConnection
{
    private const int Most = 100;

    private static readonly GraphType PageInfo = new GraphType("PageInfo")
        .With<Page>("hasNextPage", page => page.End < page.Total)
        .With<Page>("hasPreviousPage", page => page.Start > 0)
        .With<Page>("startCursor", page => page.Start < page.End ? Cursor(page.Start) : null)
        .With<Page>("endCursor", page => page.Start < page.End ? Cursor(page.End - 1) : null);

    /// <param name="name">GitHub's name of the type: <c>PullRequestReviewConnection</c>.</param>
    /// <param name="node">Makes an answer of an item, when it is on the page.</param>
    public static GraphNode Of<T>(GraphCall call, string name, IReadOnlyList<T> items, Func<T, object?> node)
    {
        var (first, last) = (call.Number("first"), call.Number("last"));
        Check(call, first, last);
        var (start, end) = (Place(call, "after") + 1 ?? 0, Math.Min(Place(call, "before") ?? items.Count, items.Count));
        end = first is null ? end : Math.Min(end, start + first.Value);
        start = last is null ? start : Math.Max(start, end - last.Value);

        return new GraphType(name)
            .With<Page>("totalCount", page => page.Total)
            .With<Page>("pageInfo", PageInfo.Of)
            .With<Page>("nodes", page => items.Skip(page.Start).Take(page.End - page.Start).Select(node))
            .Of(new Page(start, end, items.Count));
    }

    private static void Check(GraphCall call, int? first, int? last)
    {
        if (first is null && last is null)
        {
            throw new GraphError("MISSING_PAGINATION_BOUNDARIES", $"You must provide a `first` or `last` value to properly paginate the `{call.Field}` connection.");
        }

        if (Math.Max(first ?? 0, last ?? 0) is > Most and var wanted)
        {
            throw new GraphError("EXCESSIVE_PAGINATION", $"Requesting {wanted} records on the `{call.Field}` connection exceeds the `{(first == wanted ? "first" : "last")}` limit of {Most} records.");
        }
    }

    private static string Cursor(int place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cursor:v2:{place}")));

    private static int? Place(GraphCall call, string name)
    {
        if (call.Text(name) is not { } cursor)
        {
            return null;
        }

        var text = new byte[cursor.Length];

        return Convert.TryFromBase64String(cursor, text, out var length)
            && int.TryParse(Encoding.ASCII.GetString(text, 0, length).Split(':')[^1], CultureInfo.InvariantCulture, out var place)
            ? place
            : throw new GraphError("INVALID_CURSOR_ARGUMENTS", $"`{cursor}` does not appear to be a valid cursor.");
    }

    private sealed record Page(int Start, int End, int Total);
}
