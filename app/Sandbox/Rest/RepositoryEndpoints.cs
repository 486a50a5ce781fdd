namespace Hotfix.Sandbox.Rest;

/// <summary>A repository itself. Source: REST, "Get a repository".</summary>
internal static class RepositoryEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
        [.. RestRoute.OfRepository("GET", "", (request, _) => RestAnswer.Json(200, request.Repository.Json, Wire.WireJson.GitHub.Fragment), needs: "metadata=read")];
}
