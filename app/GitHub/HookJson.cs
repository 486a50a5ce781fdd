using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>One attempt, as <c>hook-delivery-item</c> of GitHub's API description, as far as we read it.</summary>
internal sealed record HookAttempt(long Id, string Guid, string Event, DateTimeOffset DeliveredAt, int StatusCode);

/// <summary>An attempt whole, as <c>hook-delivery</c>.</summary>
internal sealed record HookAttemptWhole(HookRequest Request);

/// <summary>What was sent. The payload is JSON, and not the text of some; null where GitHub does not hold it any more.</summary>
internal sealed record HookRequest(JsonElement? Payload);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HookAttempt[]))]
[JsonSerializable(typeof(HookAttemptWhole))]
internal sealed partial class HookJson : JsonSerializerContext;
