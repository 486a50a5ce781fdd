namespace Hotfix.Sandbox.Wire;

/// <summary>A file of a release, as <c>release-asset</c> of GitHub's API description.</summary>
internal static class AssetJson
{
    public static Fragment Of(SandboxAsset asset) => Fragment.Of(json =>
    {
        json.WriteNumber("id", asset.Id);
        json.WriteString("node_id", $"RA_kwDO{asset.Id:D8}");
        json.WriteString("url", asset.Url);
        json.WriteString("browser_download_url", $"{asset.Release.Repository.HtmlUrl}/releases/download/{ReleaseJson.Page(asset.Release)}/{asset.Name}");
        json.WriteString("name", asset.Name);
        json.WriteString("label", asset.Label ?? "");
        json.WriteString("state", "uploaded");
        json.WriteString("content_type", asset.Type);
        json.WriteNumber("size", asset.Bytes.Length);
        json.WriteString("digest", asset.Digest);
        json.WriteNumber("download_count", 0);
        json.WriteString("created_at", Stamp.Of(asset.Made));
        json.WriteString("updated_at", Stamp.Of(asset.Made));
        json.Paste("uploader", asset.Uploader.Json);
    });
}
