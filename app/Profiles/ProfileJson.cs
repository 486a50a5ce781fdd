using System.Text.Json.Serialization;
using Hotfix.Domain;

namespace Hotfix.Profiles;

/// <summary>How a profile's keys bind to its records: snake_case, nothing unknown, nothing null that must not be.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.Strict,
    Converters = [
        typeof(SnakeName<Impact>), typeof(SnakeName<Frequency>), typeof(SnakeName<Decision>), typeof(SnakeName<Kind>), typeof(SnakeName<Question>),
        typeof(SnakeName<AssignBy>), typeof(SnakeName<ClockKind>), typeof(SnakeName<Weekday>), typeof(SnakeName<PauseReason>), typeof(SpanConverter),
        typeof(JsonStringEnumConverter<Severity>),
        typeof(ValuesConverter<string>), typeof(ValuesConverter<Severity>), typeof(ValuesConverter<TriageRule>), typeof(ValuesConverter<SignalRule>),
        typeof(ValuesConverter<Impact>), typeof(ValuesConverter<Decision>), typeof(ValuesConverter<Weekday>), typeof(ValuesConverter<PauseRule>), typeof(ValuesConverter<Absence>)])]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Severity[]))]
[JsonSerializable(typeof(TriageRule[]))]
[JsonSerializable(typeof(SignalRule[]))]
[JsonSerializable(typeof(Impact[]))]
[JsonSerializable(typeof(Decision[]))]
[JsonSerializable(typeof(Weekday[]))]
[JsonSerializable(typeof(PauseRule[]))]
[JsonSerializable(typeof(Absence[]))]
internal sealed partial class ProfileJson : JsonSerializerContext;
