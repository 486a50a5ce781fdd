using System.Text.Json.Serialization;
using Hotfix.Domain;

namespace Hotfix.Profiles;

/// <summary>How a profile's keys bind to its records: snake_case, nothing unknown, nothing missing that has no default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.Strict,
    Converters = [typeof(ImpactName), typeof(FrequencyName), typeof(DecisionName), typeof(JsonStringEnumConverter<Severity>), typeof(ValuesConverter<string>), typeof(ValuesConverter<Severity>), typeof(ValuesConverter<TriageRule>)])]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Severity[]))]
[JsonSerializable(typeof(TriageRule[]))]
internal sealed partial class ProfileJson : JsonSerializerContext;
