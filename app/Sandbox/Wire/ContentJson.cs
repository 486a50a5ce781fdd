using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>
/// A file or a folder, as <c>content-file</c>, as an item of <c>content-directory</c>, and as <c>content-tree</c>. The content is base64 in lines of 60 characters; a folder's
/// entries stand in it only when it was asked for as an object.
/// </summary>
internal sealed record ContentJson(
    string Type, long Size, string Name, string Path, string Sha, string Url, string? GitUrl, string? HtmlUrl, string? DownloadUrl,
    [property: JsonPropertyName("_links")] ContentLinksJson Links,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Encoding,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ContentJson>? Entries)
{
    private const int LineLength = 60;

    /// <summary>A file with its content, or without (<c>none</c>) where it is too large for that.</summary>
    public static ContentJson File(SandboxRepository repository, string reference, string path, SandboxBlob blob, bool isTooLarge) =>
        Entry(repository, reference, path, blob) with { Encoding = isTooLarge ? "none" : "base64", Content = isTooLarge ? "" : Base64(blob.Bytes.Span) };

    /// <summary>A file without its content, as a folder lists it.</summary>
    public static ContentJson Entry(SandboxRepository repository, string reference, string path, SandboxBlob blob)
    {
        var (url, git, html) = Urls(repository, reference, path, "blob", $"blobs/{blob.Sha}");
        var raw = $"https://raw.githubusercontent.com/{repository.FullName}/{reference}/{path}";

        return new("file", blob.Bytes.Length, path.Split('/')[^1], path, blob.Sha, url, git, html, raw, new(url, git, html), null, null, null);
    }

    public static ContentJson Folder(SandboxRepository repository, string reference, string path, string sha, IReadOnlyList<ContentJson>? entries)
    {
        var (url, git, html) = Urls(repository, reference, path, "tree", $"trees/{sha}");

        return new("dir", 0, path.Split('/')[^1], path, sha, url, git, html, null, new(url, git, html), null, null, entries);
    }

    private static (string Url, string Git, string Html) Urls(SandboxRepository repository, string reference, string path, string kind, string inGit) =>
        ($"{repository.Url}/contents/{path}?ref={reference}", $"{repository.Url}/git/{inGit}", $"{repository.HtmlUrl}/{kind}/{reference}/{path}");

    private static string Base64(ReadOnlySpan<byte> bytes)
    {
        var text = Convert.ToBase64String(bytes);
        var lines = new StringBuilder();

        for (var at = 0; at < text.Length; at += LineLength)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{text.AsSpan(at, Math.Min(LineLength, text.Length - at))}\n");
        }

        return lines.ToString();
    }
}

/// <summary>Where it is, three times.</summary>
internal sealed record ContentLinksJson(string Self, string? Git, string? Html);
