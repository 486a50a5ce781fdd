using System.Text.Json;

namespace Hotfix.Tests.Support;

/// <summary>GitHub's description of its own API: npm <c>@octokit/openapi</c>, 13 MB, read once for all tests.</summary>
internal static class OpenApiFile
{
    private const string Path = "tests/node_modules/@octokit/openapi/generated/api.github.com.json";

    private static readonly Lazy<JsonDocument> Document = new(Read);

    public static JsonElement Root => Document.Value.RootElement;

    private static JsonDocument Read()
    {
        // Not by the compiler's path of this file: under CI the compiler writes another one.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "Hotfix.App.sln")))
            {
                continue;
            }

            var file = System.IO.Path.Combine(folder.FullName, Path);

            return File.Exists(file)
                ? JsonDocument.Parse(File.ReadAllBytes(file))
                : throw new InvalidOperationException($"GitHub's description of its API is missing ({Path}): run ./test, which installs it.");
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Hotfix.App.sln.");
    }
}
