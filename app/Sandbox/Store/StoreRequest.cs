using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Hotfix.Sandbox.Store;

/// <summary>A request, read whole.</summary>
internal sealed record StoreRequest(string Method, string Path, IQueryCollection Query, IHeaderDictionary Headers, string? ContentType, byte[] Body)
{
    public string? Bearer => Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;

    public static async Task<StoreRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);

        return new(context.Request.Method, context.Request.Path.Value ?? "", context.Request.Query, context.Request.Headers, context.Request.ContentType, body.ToArray());
    }

    public string Header(string name) => Headers.TryGetValue(name, out StringValues value) ? value.ToString() : "";

    /// <summary>The fields of a form.</summary>
    public IReadOnlyDictionary<string, string> Form() => Encoding.UTF8.GetString(Body).Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0].Replace('+', ' ')), pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : "", StringComparer.Ordinal);

    /// <summary>The body as a JSON object; null where it is none.</summary>
    public JsonElement? Json()
    {
        try
        {
            return Body.Length > 0 && JsonElement.Parse(Body) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
