using System.Globalization;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Where the bytes of releases' files lie: another host than the API's, to which its answers lead. It takes a signed address and no credentials, and refuses whoever shows it some, as storage does ("Only one auth mechanism allowed").
/// Not a part of the REST API.
/// </summary>
internal static class StorageDoor
{
    /// <summary>Null when the address is none of these.</summary>
    public static RestAnswer? Answer(RestRequest request, SandboxState state) => request is { Method: "GET", Segments: ["_storage", "assets", var id] }
        ? request.Headers.Authorization.Count > 0 ? RestErrors.Refuse(400, "Only one auth mechanism allowed")
            : Find(state, id) is { } asset ? new(200, asset.Bytes) { Type = asset.Type }
            : RestErrors.NotFound
        : null;

    public static string AddressOf(SandboxAsset asset) =>
        string.Create(CultureInfo.InvariantCulture, $"{asset.Release.Repository.State.Api.Replace("//127.0.0.1:", "//localhost:", StringComparison.Ordinal)}/_storage/assets/{asset.Id}?sig=signed");

    private static SandboxAsset? Find(SandboxState state, string id) =>
        state.Repositories.SelectMany(repository => repository.Releases.All).SelectMany(release => release.Assets).FirstOrDefault(asset => asset.Id.ToString(CultureInfo.InvariantCulture) == id);
}
