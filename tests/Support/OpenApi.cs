using System.Text.Json;

namespace Hotfix.Tests.Support;

/// <summary>
/// Holds requests, answers and webhooks against GitHub's description of its API, and says in sentences what does not fit.
/// <para>An answer that is a success must be described. Redirects, 304 and refusals need not be (GitHub describes few), but their bodies must have the shape
/// of its errors (and may have more: GitHub adds a <c>status</c> that it does not describe everywhere). 500, 429 and what speaks of rate limits are not
/// looked at.</para>
/// </summary>
internal sealed class OpenApi
{
    private static readonly Lazy<OpenApi> Described = new(() => new OpenApi(OpenApiFile.Root));

    private readonly JsonElement description;
    private readonly OpenApiSchema schemas;
    private readonly OpenApiPaths paths;

    private OpenApi(JsonElement description)
    {
        this.description = description;
        schemas = new OpenApiSchema(description);
        paths = new OpenApiPaths(description);
    }

    public static OpenApi GitHub => Described.Value;

    /// <summary>The target is the path with or without its query; a status of 0 says that no answer came, and only the request is looked at.</summary>
    public IReadOnlyList<string> Check(string method, string target, ReadOnlyMemory<byte> requestBody, int status, ReadOnlyMemory<byte> responseBody)
    {
        var name = $"{method} {target.Split('?')[0]}";

        return paths.Find(method.ToLowerInvariant(), target) is { } operation
            ? [.. Request(operation, requestBody, name), .. Response(operation, status, responseBody, $"{name} ({status})")]
            : [$"{name} is no endpoint of GitHub's API."];
    }

    /// <summary>The event as <c>X-GitHub-Event</c> names it.</summary>
    public IReadOnlyList<string> CheckWebhook(string name, ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        var action = document.RootElement.TryGetProperty("action", out var value) ? $"-{value.GetString()}" : "";
        var key = $"{name}{action}".Replace('_', '-');

        return description.GetProperty("x-webhooks").TryGetProperty(key, out var hook)
            ? [.. schemas.Check(Schema(hook.GetProperty("post").GetProperty("requestBody"))!.Value, document.RootElement, name).Where(IsMeant)]
            : [$"{key} is no webhook of GitHub's."];
    }

    /// <summary>The description of webhooks lags behind: its list of an App's events lacks newer ones (<c>merge_group</c>), and the repositories of an edited review lack fields that all others have.</summary>
    private static bool IsMeant(string sentence) =>
        !sentence.Contains(".app.events[", StringComparison.Ordinal)
        && !sentence.EndsWith(".repo.has_discussions is not in the schema.", StringComparison.Ordinal)
        && !sentence.EndsWith(".repo.web_commit_signoff_required is not in the schema.", StringComparison.Ordinal);

    private static bool IsExempt(int status, ReadOnlyMemory<byte> body) =>
        status is 0 or 304 or 429 or >= 500 || (status == 403 && (Says(body, "rate limit"u8) || Says(body, "administrative rules"u8)));

    private static bool Says(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> text) => body.Span.IndexOf(text) >= 0;

    private static JsonElement? Schema(JsonElement bearer) =>
        bearer.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json) ? json.GetProperty("schema") : null;

    /// <summary>An answer may have been asked for in one form or another; which, is not known here.</summary>
    private static IEnumerable<JsonElement> Schemas(JsonElement bearer) =>
        bearer.TryGetProperty("content", out var content)
            ? from form in (string[])["application/json", "application/vnd.github.object"]
              where content.TryGetProperty(form, out _)
              select content.GetProperty(form).GetProperty("schema")
            : [];

    private List<string> Request(JsonElement operation, ReadOnlyMemory<byte> body, string name)
    {
        var described = operation.TryGetProperty("requestBody", out var wanted) ? schemas.Resolve(wanted) : default;

        if (body.IsEmpty)
        {
            var required = described.ValueKind is JsonValueKind.Object && described.TryGetProperty("required", out var flag) && flag.GetBoolean();
            return required ? [$"{name}: the request has no body, and needs one."] : [];
        }

        if (described.ValueKind is JsonValueKind.Object && described.GetProperty("content").TryGetProperty("application/octet-stream", out _))
        {
            return []; // bytes of any kind
        }

        return described.ValueKind is JsonValueKind.Object && Schema(described) is { } schema
            ? Body(schema, body, $"{name}: the request")
            : [$"{name}: the request has a body, and none is described."];
    }

    private List<string> Response(JsonElement operation, int status, ReadOnlyMemory<byte> body, string name)
    {
        if (IsExempt(status, body))
        {
            return [];
        }

        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var response))
        {
            return status < 300
                ? [$"{name}: the status is not described."]
                : Body(schemas.Named(status == 422 ? "validation-error" : "basic-error"), body, name, strict: false);
        }

        var described = Schemas(schemas.Resolve(response)).Select(schema => Body(schema, body, $"{name}: the answer", strict: status < 400)).ToList();

        return described.Count > 0 ? described.MinBy(sentences => sentences.Count)! : body.IsEmpty ? [] : [$"{name}: the answer has a body, and none is described."];
    }

    private List<string> Body(JsonElement schema, ReadOnlyMemory<byte> body, string name, bool strict = true)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return [.. schemas.Check(schema, document.RootElement, name, strict)];
        }
        catch (JsonException)
        {
            return [$"{name} is not JSON."];
        }
    }
}
