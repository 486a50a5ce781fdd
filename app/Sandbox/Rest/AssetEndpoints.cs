using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// The files of releases. They are uploaded to the host that the release names (<c>upload_url</c>), which is another than the API's. Source: REST, "Release assets"; of immutable releases, "Immutable releases" in GitHub's docs, and its answers as they were seen in
/// softprops/action-gh-release#653 (adding) and uutils/coreutils#13839 (removing).
/// </summary>
internal static class AssetEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "releases/{release_id}/assets", List, needs: "contents=read"),
        .. RestRoute.OfRepository("POST", "releases/{release_id}/assets", Upload, needs: "contents=write"),
        .. RestRoute.OfRepository("GET", "releases/assets/{asset_id}", Get, needs: "contents=read"),
        .. RestRoute.OfRepository("DELETE", "releases/assets/{asset_id}", Delete, needs: "contents=write"),
    ];

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        if (ReleaseEndpoints.Find(request) is not { } release)
        {
            return RestErrors.NotFound;
        }

        var (page, link) = RestPages.Cut(request, state, [.. release.Assets]);

        return RestAnswer.Json(200, [.. page.Select(AssetJson.Of)], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer Upload(RestRequest request, SandboxState state)
    {
        if (ReleaseEndpoints.Find(request) is not { } release)
        {
            return RestErrors.NotFound;
        }

        if (release.IsImmutable)
        {
            return RestErrors.Invalid("Cannot upload assets to an immutable release.");
        }

        var name = request.Parameter("name") ?? "";

        if (name.Length == 0 || request.Body.IsEmpty)
        {
            return RestErrors.Refuse(400, name.Length == 0 ? "Missing name" : "Bad Content-Length: 0");
        }

        return release.Assets.Any(asset => asset.Name == name)
            ? RestErrors.Invalid("ReleaseAsset", "already_exists", "name")
            : RestAnswer.Json(201, AssetJson.Of(release.Attach(name, request.Body, request.Headers.ContentType.ToString(), request.Token!.Releaser(state), request.Parameter("label"))));
    }

    /// <summary>What it is, or, for whoever accepts <c>application/octet-stream</c>, where its bytes lie.</summary>
    private static RestAnswer Get(RestRequest request, SandboxState state) => Find(request) switch
    {
        null => RestErrors.NotFound,
        var asset when request.Headers.Accept.ToString().Contains("application/octet-stream", StringComparison.OrdinalIgnoreCase) => new(302, default) { Location = StorageDoor.AddressOf(asset) },
        var asset => RestAnswer.Json(200, AssetJson.Of(asset)),
    };

    private static RestAnswer Delete(RestRequest request, SandboxState state)
    {
        if (Find(request) is not { } asset)
        {
            return RestErrors.NotFound;
        }

        if (asset.Release.IsImmutable)
        {
            return RestErrors.Invalid("ReleaseAsset", "custom", null, "Cannot delete asset from an immutable release");
        }

        asset.Release.Detach(asset);

        return RestAnswer.NoContent;
    }

    private static SandboxAsset? Find(RestRequest request) => request.Repository.Releases.All
        .Where(release => !release.IsDraft || ReleaseEndpoints.SeesDrafts(request))
        .SelectMany(release => release.Assets)
        .FirstOrDefault(asset => asset.Id == request.Number("asset_id"));
}
