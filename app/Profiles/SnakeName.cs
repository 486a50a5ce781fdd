using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Profiles;

/// <summary>An enum's names as people write them in a profile: <c>data_loss</c>.</summary>
internal sealed class SnakeName<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
