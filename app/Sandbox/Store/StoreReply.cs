using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Store;

/// <summary>What the store answers, as bytes.</summary>
internal sealed record StoreReply(int Status, string Body)
{
    public string Type { get; init; } = "application/json; charset=UTF-8";

    public string? Location { get; init; }

    public string? RetryAfter { get; init; }

    public static StoreReply Empty { get; } = new(200, "{}\n");

    public ReadOnlyMemory<byte> Bytes => Encoding.UTF8.GetBytes(Body);

    public static StoreReply Json(JsonObject json) => new(200, json.ToJsonString());
}

/// <summary>A refusal, thrown where a rule would otherwise have to hand it up.</summary>
internal sealed class StoreRefused(StoreReply reply) : Exception($"Refused with {reply.Status}.")
{
    public StoreReply Reply { get; } = reply;
}
