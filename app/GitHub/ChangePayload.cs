using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>A webhook's payload made from what GitHub's API gave: with the fields that are read (<see cref="WebhookPayload"/>), and what it is about as it stands.</summary>
internal static class ChangePayload
{
    /// <param name="sender">A user as GitHub gives one; anything else for nobody known, whom GitHub calls "ghost".</param>
    public static byte[] Of(Repository repository, string action, JsonElement sender, params ReadOnlySpan<(string Name, JsonElement Json)> parts) => Of(repository, action, sender, null, parts);

    /// <param name="before">What the text was before it was edited; null for none.</param>
    public static byte[] Of(Repository repository, string action, JsonElement sender, string? before, params ReadOnlySpan<(string Name, JsonElement Json)> parts)
    {
        using var bytes = new MemoryStream();

        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("action", action);

            foreach (var (name, part) in parts)
            {
                json.WritePropertyName(name);
                part.WriteTo(json);
            }

            if (before is not null)
            {
                json.WriteStartObject("changes");
                json.WriteStartObject("body");
                json.WriteString("from", before);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteStartObject("repository");
            json.WriteNumber("id", repository.Id);
            json.WriteString("name", repository.Name);
            json.WriteStartObject("owner");
            json.WriteString("login", repository.Owner);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("installation");
            json.WriteNumber("id", repository.Installation);
            json.WriteEndObject();
            Sender(json, sender);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Sender(Utf8JsonWriter json, JsonElement sender)
    {
        json.WritePropertyName("sender");

        if (sender.ValueKind is JsonValueKind.Object)
        {
            sender.WriteTo(json);

            return;
        }

        json.WriteStartObject();
        json.WriteString("login", "ghost");
        json.WriteString("type", "User");
        json.WriteEndObject();
    }
}

[JsonSerializable(typeof(int))]
internal sealed partial class ChangePayloadJson : JsonSerializerContext;
