namespace Hotfix.Sandbox.Wire;

/// <summary>A release, as <c>release</c> of GitHub's API description; webhooks carry the same shape.</summary>
internal static class ReleaseJson
{
    public static Fragment Of(SandboxRelease release) => Fragment.Of(json =>
    {
        var repository = release.Repository;

        json.WriteNumber("id", release.Id);
        json.WriteString("node_id", $"RE_kwDO{release.Id:D8}");
        json.WriteString("url", release.Url);
        json.WriteString("html_url", $"{repository.HtmlUrl}/releases/tag/{Page(release)}");
        json.WriteString("assets_url", $"{release.Url}/assets");
        json.WriteString("upload_url", $"{UploadHost(release)}/assets{{?name,label}}");
        json.WriteString("tarball_url", release.IsDraft ? null : $"{repository.Url}/tarball/{release.TagName}");
        json.WriteString("zipball_url", release.IsDraft ? null : $"{repository.Url}/zipball/{release.TagName}");
        json.WriteString("tag_name", release.TagName);
        json.WriteString("target_commitish", release.Target);
        json.WriteString("name", release.Name);
        json.WriteString("body", release.Body);
        json.WriteBoolean("draft", release.IsDraft);
        json.WriteBoolean("prerelease", release.IsPrerelease);
        json.WriteBoolean("immutable", release.IsImmutable);
        json.WriteString("created_at", Stamp.Of(release.Created));
        json.WriteString("updated_at", Stamp.Of(release.Updated));
        json.WriteString("published_at", release.Published is { } published ? Stamp.Of(published) : null);
        json.Paste("author", release.Author.Json);
        json.Paste("assets", [.. release.Assets.Select(AssetJson.Of)]);
    });

    /// <summary>By which its page and its files are addressed.</summary>
    public static string Page(SandboxRelease release) => release.IsDraft ? $"untagged-{release.Id}" : release.TagName;

    /// <summary>Files go to a host of their own, as at GitHub (<c>uploads.github.com</c>).</summary>
    private static string UploadHost(SandboxRelease release) => release.Url.Replace("//127.0.0.1:", "//localhost:", StringComparison.Ordinal);
}
