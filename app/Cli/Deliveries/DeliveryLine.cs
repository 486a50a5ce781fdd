using System.Text.Json.Serialization;
using Hotfix.Handlers;

namespace Hotfix.Cli.Deliveries;

/// <summary>One delivery as <c>--json</c> prints it. Times are ISO 8601 in UTC; a status is <c>waiting</c>, <c>done</c> or <c>failed</c>.</summary>
/// <param name="Key">What it is handled in order with.</param>
/// <param name="NotBefore">When a waiting one is tried again; null when it is due.</param>
internal sealed record DeliveryLine(
    string Id, string Event, string? Repository, string Key, DateTimeOffset ReceivedAt, DeliveryStatus Status, int Tries, DateTimeOffset? NotBefore, string? Outcome, string? Failure)
{
    public static DeliveryLine Of(ListedDelivery delivery) => new(
        delivery.Head.Id,
        delivery.Head.Event,
        delivery.Head.Repository,
        delivery.Key,
        delivery.Head.ReceivedAt.ToUniversalTime(),
        delivery.Head.Status,
        delivery.Head.Tries,
        delivery.Head is { Status: DeliveryStatus.Waiting, NotBefore.Ticks: > 0 } ? delivery.Head.NotBefore.ToUniversalTime() : null,
        delivery.Head.Outcome,
        delivery.Head.Failure);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(StatusConverter)])]
[JsonSerializable(typeof(DeliveryLine))]
[JsonSerializable(typeof(DueLine))]
internal sealed partial class CliJson : JsonSerializerContext;

/// <summary>A status as one word in lower case.</summary>
internal sealed class StatusConverter() : JsonStringEnumConverter<DeliveryStatus>(System.Text.Json.JsonNamingPolicy.CamelCase);
