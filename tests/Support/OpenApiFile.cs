using System.Text.Json;

namespace Hotfix.Tests.Support;

/// <summary>GitHub's description of its own API: npm <c>@octokit/openapi</c>, 13 MB, read once for all tests.</summary>
internal static class OpenApiFile
{
    private static readonly Lazy<JsonDocument> Document = new(
        () => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(NodeModules.Package("@octokit/openapi"), "generated", "api.github.com.json"))));

    public static JsonElement Root => Document.Value.RootElement;
}
