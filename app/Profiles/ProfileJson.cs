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
        typeof(SnakeName<BranchBase>), typeof(SnakeName<VersionStep>), typeof(SnakeName<StoreKind>), typeof(SnakeName<ChannelKind>), typeof(SnakeName<Moment>), typeof(SnakeName<Cycle>),
        typeof(SnakeName<GoalGroup>), typeof(SnakeName<Bound>), typeof(SnakeName<Measure>), typeof(SnakeName<AlertLevel>), typeof(SnakeName<Domain.Rollout>), typeof(SnakeName<RepositoryRole>), typeof(SnakeName<MergeMethod>),
        typeof(JsonStringEnumConverter<Severity>),
        typeof(ValuesConverter<string>), typeof(ValuesConverter<Severity>), typeof(ValuesConverter<TriageRule>), typeof(ValuesConverter<SignalRule>),
        typeof(ValuesConverter<Impact>), typeof(ValuesConverter<Decision>), typeof(ValuesConverter<Weekday>), typeof(ValuesConverter<PauseRule>), typeof(ValuesConverter<Absence>),
        typeof(ValuesConverter<TriggerRule>), typeof(ValuesConverter<PhaseRule>), typeof(ValuesConverter<ItemRule>), typeof(ValuesConverter<MomentRule>), typeof(ValuesConverter<MessageRule>), typeof(ValuesConverter<EscalationStep>), typeof(ValuesConverter<WatchRule>),
        typeof(ValuesConverter<HealthCheckRule>), typeof(ValuesConverter<RoutineRule>), typeof(ValuesConverter<ThresholdRule>), typeof(ValuesConverter<JobRule>), typeof(ValuesConverter<QuestionRule>), typeof(ValuesConverter<RiskRule>), typeof(ValuesConverter<VersionFileRule>)])]
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
[JsonSerializable(typeof(TriggerRule[]))]
[JsonSerializable(typeof(PhaseRule[]))]
[JsonSerializable(typeof(ItemRule[]))]
[JsonSerializable(typeof(MomentRule[]))]
[JsonSerializable(typeof(MessageRule[]))]
[JsonSerializable(typeof(EscalationStep[]))]
[JsonSerializable(typeof(WatchRule[]))]
[JsonSerializable(typeof(HealthCheckRule[]))]
[JsonSerializable(typeof(RoutineRule[]))]
[JsonSerializable(typeof(ThresholdRule[]))]
[JsonSerializable(typeof(JobRule[]))]
[JsonSerializable(typeof(QuestionRule[]))]
[JsonSerializable(typeof(RiskRule[]))]
[JsonSerializable(typeof(VersionFileRule[]))]
internal sealed partial class ProfileJson : JsonSerializerContext;
