using System.Text.Json;

namespace Hotfix.Releases;

/// <summary>The manifest of an extension, as far as its version tells what the store may have.</summary>
internal static class StoreManifest
{
    public static bool IsOne(string path) => path == "manifest.json" || path.EndsWith("/manifest.json", StringComparison.Ordinal);

    /// <summary>Null where the text is no manifest with a version.</summary>
    public static string? VersionOf(string text)
    {
        try
        {
            using var manifest = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

            return manifest.RootElement.ValueKind == JsonValueKind.Object && manifest.RootElement.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String ? version.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
