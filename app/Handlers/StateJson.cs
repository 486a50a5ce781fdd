using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Handlers.Keeping;
using Hotfix.Handlers.Missed;

namespace Hotfix.Handlers;

/// <summary>How what we store is written: JSON in UTF-8, enums by name, nothing null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [
        typeof(ValuesConverter<string>), typeof(ValuesConverter<int>), typeof(ValuesConverter<Label>), typeof(ValuesConverter<NamedFinding>), typeof(ValuesConverter<RollBackReason>),
        typeof(ValuesConverter<ClockEvent>), typeof(ValuesConverter<Deadline>), typeof(ValuesConverter<Candidate>), typeof(ValuesConverter<Annotation>),
        typeof(ValuesConverter<RoleHolder>), typeof(ValuesConverter<Note>), typeof(ValuesConverter<DoneCommand>), typeof(ValuesConverter<PostedAnswer>), typeof(ValuesConverter<GivenCommand>),
        typeof(ValuesConverter<TextChange>), typeof(ValuesConverter<ClaimedVersion>),
        typeof(ValuesConverter<PinnedItem>), typeof(ValuesConverter<PinnedSection>), typeof(ValuesConverter<GateOverride>), typeof(ValuesConverter<Confirmation>), typeof(ValuesConverter<Tick>), typeof(ValuesConverter<PortCheck>),
        typeof(ValuesConverter<MissedDelivery>), typeof(ValuesConverter<BuildCheck>), typeof(ValuesConverter<BuildArtifact>)])]
[JsonSerializable(typeof(Domain.Hotfix))]
[JsonSerializable(typeof(DeliveryHead))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(LeaseHolder))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Label[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(NamedFinding[]))]
[JsonSerializable(typeof(RollBackReason[]))]
[JsonSerializable(typeof(ClockEvent[]))]
[JsonSerializable(typeof(Deadline[]))]
[JsonSerializable(typeof(Candidate[]))]
[JsonSerializable(typeof(Annotation[]))]
[JsonSerializable(typeof(EffortEntry[]))]
[JsonSerializable(typeof(StoredConfig))]
[JsonSerializable(typeof(StoredCodeOwners))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Repository))]
[JsonSerializable(typeof(IssueId))]
[JsonSerializable(typeof(DerivedEvent))]
[JsonSerializable(typeof(CommandAsked))]
[JsonSerializable(typeof(CommandFailed))]
[JsonSerializable(typeof(VersionRegistry))]
[JsonSerializable(typeof(RoleHolder[]))]
[JsonSerializable(typeof(Note[]))]
[JsonSerializable(typeof(DoneCommand[]))]
[JsonSerializable(typeof(PostedAnswer[]))]
[JsonSerializable(typeof(GivenCommand[]))]
[JsonSerializable(typeof(TextChange[]))]
[JsonSerializable(typeof(ClaimedVersion[]))]
[JsonSerializable(typeof(VerdictAsked))]
[JsonSerializable(typeof(GateFreeze))]
[JsonSerializable(typeof(PinnedItem[]))]
[JsonSerializable(typeof(PinnedSection[]))]
[JsonSerializable(typeof(GateOverride[]))]
[JsonSerializable(typeof(Confirmation[]))]
[JsonSerializable(typeof(Tick[]))]
[JsonSerializable(typeof(PortCheck[]))]
[JsonSerializable(typeof(Sweep))]
[JsonSerializable(typeof(MissedDelivery[]))]
[JsonSerializable(typeof(BuildReported))]
[JsonSerializable(typeof(BuildCheck[]))]
[JsonSerializable(typeof(BuildArtifact[]))]
[JsonSerializable(typeof(KeepProgress))]
[JsonSerializable(typeof(ListingAsked))]
[JsonSerializable(typeof(Listing))]
[JsonSerializable(typeof(ListedRepository))]
internal sealed partial class StateJson : JsonSerializerContext
{
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    public static T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body.Span, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
