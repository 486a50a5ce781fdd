using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// A request as its route sees it. Segments are unescaped one by one from what was sent, so that a label <c>kind/bug</c> (<c>kind%2Fbug</c>) stays one segment.
/// </summary>
internal sealed class RestRequest
{
    private JsonElement? json;

    private RestRequest(string method, string target, IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Target = target;
        Headers = headers;
        Body = body;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? target : target[..question];
        Query = question < 0 ? "" : target[question..];
        Segments = Array.ConvertAll(Path.Trim('/').Split('/'), Uri.UnescapeDataString);
    }

    public string Method { get; }

    /// <summary>Path and query, as sent.</summary>
    public string Target { get; }

    /// <summary>The path, as sent.</summary>
    public string Path { get; }

    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; }

    public string[] Segments { get; }

    /// <summary>Of a path below a repository, what follows it, as sent.</summary>
    public string BelowRepository => string.Join('/', Path.Trim('/').Split('/').Skip(Segments[0] == "repositories" ? 2 : 3));

    public IHeaderDictionary Headers { get; }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What it was matched to; null while unknown.</summary>
    public RestRoute? Route { get; set; }

    /// <summary>The installation token it carries; null for the App's JWT, and for nobody.</summary>
    public SandboxToken? Token { get; set; }

    /// <summary>Set for routes below a repository.</summary>
    public SandboxRepository Repository { get; set; } = null!;

    /// <summary>The number of the issue it is about, once known.</summary>
    public int? Issue { get; set; }

    /// <summary>The body; of kind <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    /// <exception cref="RestRefusal">It is not JSON.</exception>
    public JsonElement Json => json ??= Parse();

    /// <summary>What stands in the path for this name of the route's template.</summary>
    public string this[string name] => Segments[Array.IndexOf(Route!.Template, $"{{{name}}}")];

    /// <summary>The path that ends the address of an open route, however many segments it has.</summary>
    public string Rest => string.Join('/', Segments[(Route!.Template.Length - 1)..]);

    public static async Task<RestRequest> ReadAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        if (context.Request.ContentLength is null or 0 && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return new RestRequest(context.Request.Method, target, context.Request.Headers, default);
        }

        using var body = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new RestRequest(context.Request.Method, target, context.Request.Headers, body.ToArray());
    }

    public long Number(string name) => long.Parse(this[name], CultureInfo.InvariantCulture);

    public string? Parameter(string name) => Query.Length == 0 ? null : QueryHelpers.ParseQuery(Query).TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>A text of the body, or null when it is absent or null.</summary>
    /// <exception cref="RestRefusal">It is something else than a text.</exception>
    public string? Text(string name)
    {
        if (Json.ValueKind is not JsonValueKind.Object || !Json.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nFor 'properties/{name}', {value.GetRawText()} is not a string."));
    }

    /// <summary>The same, of a text that must be there.</summary>
    /// <exception cref="RestRefusal">It is absent, null or no text.</exception>
    public string Required(string name) => Text(name) ?? throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\n\"{name}\" wasn't supplied."));

    /// <summary>Whether the body says anything but null of it.</summary>
    public bool Has(string name) => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    /// <summary>What the body names.</summary>
    public IReadOnlyList<string> Names => Json.ValueKind is JsonValueKind.Object ? [.. Json.EnumerateObject().Select(member => member.Name)] : [];

    /// <summary>A yes or no of the body, or null when it is absent.</summary>
    /// <exception cref="RestRefusal">It is something else.</exception>
    public bool? Flag(string name) => !Has(name) ? null : Json.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var value => throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nFor 'properties/{name}', {value.GetRawText()} is not a boolean.")),
    };

    /// <summary>A list of texts of the body, empty when it is absent.</summary>
    /// <exception cref="RestRefusal">It is something else.</exception>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!Has(name))
        {
            return [];
        }

        var list = Json.GetProperty(name);

        return list.ValueKind is JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nFor 'properties/{name}', {list.GetRawText()} is not an array of strings."));
    }

    private JsonElement Parse()
    {
        if (Body.IsEmpty)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new RestRefusal(RestErrors.Refuse(400, "Problems parsing JSON"));
        }
    }
}
