namespace Hotfix.Sandbox.Rest;

/// <summary>All that is served. A new group of endpoints is one file and one line here.</summary>
internal static class RestRoutes
{
    private static readonly ILookup<(string, int), RestRoute> All =
        new[]
        {
            AppEndpoints.Routes,
            LabelEndpoints.Routes,
            IssueEndpoints.Routes,
            IssueListEndpoints.Routes,
            IssueLabelEndpoints.Routes,
            CommentEndpoints.Routes,
        }
        .SelectMany(routes => routes)
        .ToLookup(route => (route.Method, route.Template.Length));

    public static RestRoute? Find(RestRequest request)
    {
        foreach (var route in All[(request.Method, request.Segments.Length)])
        {
            if (route.Matches(request.Segments))
            {
                return route;
            }
        }

        return null;
    }
}
