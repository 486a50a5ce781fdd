using System.Text.Json;

namespace Hotfix.Sandbox.Wire;

/// <summary>An attempt to deliver, as <c>hook-delivery-item</c> of GitHub's API description; whole, with what was sent, as <c>hook-delivery</c>.</summary>
internal static class AttemptJson
{
    public static Fragment Of(SandboxAttempt attempt) => Fragment.Of(json => Write(json, attempt));

    public static Fragment Whole(SandboxAttempt attempt) => Fragment.Of(json =>
    {
        Write(json, attempt);
        json.WriteString("url", attempt.Target.AbsoluteUri);
        json.WriteStartObject("request");
        json.WriteStartObject("headers");
        json.WriteString("X-GitHub-Delivery", attempt.Delivery.Id);
        json.WriteString("X-GitHub-Event", attempt.Delivery.Event);
        json.WriteString("content-type", "application/json");
        json.WriteEndObject();
        json.WritePropertyName("payload");
        json.WriteRawValue(attempt.Delivery.Payload, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteStartObject("response");
        json.WriteStartObject("headers");
        json.WriteEndObject();
        json.WriteNull("payload");
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, SandboxAttempt attempt)
    {
        using var payload = JsonDocument.Parse(attempt.Delivery.Payload);
        json.WriteNumber("id", attempt.Id);
        json.WriteString("guid", attempt.Delivery.Id);
        json.WriteString("delivered_at", Stamp.Of(attempt.DeliveredAt));
        json.WriteBoolean("redelivery", attempt.Again);
        json.WriteNumber("duration", 0.03);
        json.WriteString("status", attempt.Status switch { >= 200 and < 300 => "OK", 502 => "failed to connect to host", _ => $"Invalid HTTP Response: {attempt.Status}" });
        json.WriteNumber("status_code", attempt.Status);
        json.WriteString("event", attempt.Delivery.Event);
        Copy(json, "action", payload.RootElement, "action");
        Copy(json, "installation_id", payload.RootElement, "installation", "id");
        Copy(json, "repository_id", payload.RootElement, "repository", "id");
    }

    private static void Copy(Utf8JsonWriter json, string name, JsonElement from, params ReadOnlySpan<string> path)
    {
        json.WritePropertyName(name);

        foreach (var step in path)
        {
            if (from.ValueKind is not JsonValueKind.Object || !from.TryGetProperty(step, out from))
            {
                json.WriteNullValue();

                return;
            }
        }

        from.WriteTo(json);
    }
}
