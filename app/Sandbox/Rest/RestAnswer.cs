using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>What is answered. Routes return it; only <see cref="RestPipeline"/> writes it.</summary>
internal sealed record RestAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    public string Type { get; init; } = "application/json; charset=utf-8";

    public string? Link { get; init; }

    public string? Location { get; init; }

    public string? RetryAfter { get; init; }

    public string? ETag { get; init; }

    /// <summary>Of a refusal for want of permission: which would do.</summary>
    public string? Accepted { get; init; }

    public static RestAnswer NoContent { get; } = new(204, default);

    public static RestAnswer Json<T>(int status, T value, JsonTypeInfo<T> type) => new(status, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static RestAnswer Json(int status, Fragment value) => new(status, value.Json);
}

/// <summary>An answer that is a refusal, thrown where a route would otherwise have to hand it up.</summary>
internal sealed class RestRefusal(RestAnswer answer) : Exception($"Refused with {answer.Status}.")
{
    public RestAnswer Answer { get; } = answer;
}
