namespace Hotfix.Sandbox.Rest;

/// <summary>All that is served. A new group of endpoints is one file and one line here.</summary>
internal static class RestRoutes
{
    private static readonly ILookup<(string, int), RestRoute> All =
        new[]
        {
            AppEndpoints.Routes,
            InstallationEndpoints.Routes,
            HookEndpoints.Routes,
            RepositoryEndpoints.Routes,
            LabelEndpoints.Routes,
            IssueEndpoints.Routes,
            IssueListEndpoints.Routes,
            IssueLabelEndpoints.Routes,
            CommentEndpoints.Routes,
            AssigneeEndpoints.Routes,
            ContentEndpoints.Routes,
            PullEndpoints.Routes,
            CheckEndpoints.Routes,
            ActionEndpoints.Routes,
            RefEndpoints.Routes,
            GitObjectEndpoints.Routes,
            TreeEndpoints.Routes,
            CodeEndpoints.Routes,
            ReleaseEndpoints.Routes,
            AssetEndpoints.Routes,
            PullWriteEndpoints.Routes,
            ReviewEndpoints.Routes,
            ReactionEndpoints.Routes,
            IssueEditEndpoints.Routes,
            PeopleEndpoints.Routes,
            GraphQlEndpoint.Routes,
        }
        .SelectMany(routes => routes)
        .ToLookup(route => (route.Method, route.Template.Length));

    private static readonly RestRoute[] Open = [.. All.SelectMany(routes => routes).Where(route => route.IsOpen)];

    public static RestRoute? Find(RestRequest request)
    {
        foreach (var route in All[(request.Method, request.Segments.Length)])
        {
            if (route.Matches(request.Segments))
            {
                return route;
            }
        }

        return Array.Find(Open, route => route.Method == request.Method && route.Template.Length < request.Segments.Length && route.Matches(request.Segments));
    }
}
