using System.Text.Json;

namespace Hotfix.Tests.Support;

/// <summary>Finds the described endpoint that a request is for.</summary>
internal sealed class OpenApiPaths(JsonElement description)
{
    private readonly ILookup<int, (string[] Segments, JsonElement Methods)> templates = description.GetProperty("paths").EnumerateObject()
        .Select(path => (Segments: path.Name.Trim('/').Split('/'), Methods: path.Value))
        .ToLookup(path => path.Segments.Length);

    /// <summary>The operation, or null where GitHub describes none. Where two templates match, the one with more literal text is meant.</summary>
    public JsonElement? Find(string method, string target)
    {
        var segments = Segments(target);

        var found = templates[segments.Length]
            .Where(path => path.Segments.Zip(segments).All(pair => IsParameter(pair.First) || pair.First == pair.Second))
            .OrderBy(path => path.Segments.Count(IsParameter))
            .FirstOrDefault();

        return found.Segments is not null && found.Methods.TryGetProperty(method, out var operation) ? operation : null;
    }

    /// <summary>Pages and redirects name a repository by its id; only the other form is described. A file's path is one parameter, however many folders it has.</summary>
    private static string[] Segments(string target)
    {
        var segments = target.Split('?')[0].Trim('/').Split('/');
        segments = segments[0] == "repositories" ? ["repos", "-", "-", .. segments.Skip(2)] : segments;
        return segments is ["repos", _, _, "contents", _, ..] ? [.. segments[..4], string.Join("%2F", segments[4..])] : segments;
    }

    private static bool IsParameter(string segment) => segment is ['{', .., '}'];
}
