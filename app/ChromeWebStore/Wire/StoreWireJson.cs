using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.ChromeWebStore.Wire;

// What goes over the wire, and nothing of it beyond this folder. The store leaves out what has its type's default value (0, false, ""), so everything is optional.
internal sealed record UploadWire(string? CrxVersion, string? UploadState);

internal sealed record PublishRequestWire(string PublishType, IReadOnlyList<DeployInfoWire>? DeployInfos, bool BlockOnWarnings);

internal sealed record DeployInfoWire(int DeployPercentage);

internal sealed record PublishWire(string? State, WarningInfoWire? WarningInfo);

internal sealed record WarningInfoWire(IReadOnlyList<WarningWire>? Warnings);

internal sealed record WarningWire(string? Reason, string? Description);

internal sealed record StatusWire(string? ItemId, string? PublicKey, RevisionWire? PublishedItemRevisionStatus, RevisionWire? SubmittedItemRevisionStatus, string? LastAsyncUploadState, bool TakenDown, bool Warned);

internal sealed record RevisionWire(string? State, IReadOnlyList<ChannelWire>? DistributionChannels);

internal sealed record ChannelWire(string? CrxVersion, int DeployPercentage);

internal sealed record PercentageWire(int DeployPercentage);

internal sealed record RollbackWire(string TargetCrxVersion, string NewVersion, string RollbackReason, bool ValidateOnly);

internal sealed record ReviewsWire(IReadOnlyList<ReviewWire?>? Reviews, string? NextPageToken);

internal sealed record ReviewWire(AuthorWire? AuthorInfo, int Rating, string? Comment, DateTimeOffset? CreateTime);

internal sealed record AuthorWire(string? DisplayName);

internal sealed record RatingWire(long RatingCount, double Rating, long NonEmptyReviewCount, long OneStarRatingCount, long TwoStarRatingCount, long ThreeStarRatingCount, long FourStarRatingCount, long FiveStarRatingCount);

internal sealed record MetricsWire(IReadOnlyList<MetricRowWire?>? MetricRows, string? NextPageToken);

internal sealed record MetricRowWire(DateWire? Date, IReadOnlyList<string?>? DimensionValues, IReadOnlyList<MetricValueWire?>? MetricValues);

internal sealed record DateWire(int Year, int Month, int Day);

internal sealed record MetricValueWire(string? Metric, long Value);

/// <param name="Error">An object by Google's error model, a word by OAuth's.</param>
internal sealed record ErrorWire(JsonElement Error, [property: JsonPropertyName("error_description")] string? ErrorDescription);

internal sealed record GoogleErrorWire(string? Message, string? Status, IReadOnlyList<ErrorDetailWire>? Details);

internal sealed record ErrorDetailWire(string? Reason, IReadOnlyList<FieldViolationWire>? FieldViolations);

internal sealed record FieldViolationWire(string? Field, string? Description, string? Reason);

/// <summary>The store's JSON: Chrome Web Store API v2, revision 20260601, and its reference for rollback, reviews, rating and metrics. Whole numbers of 64 bits come as text.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(UploadWire))]
[JsonSerializable(typeof(PublishRequestWire))]
[JsonSerializable(typeof(PublishWire))]
[JsonSerializable(typeof(StatusWire))]
[JsonSerializable(typeof(PercentageWire))]
[JsonSerializable(typeof(RollbackWire))]
[JsonSerializable(typeof(ReviewsWire))]
[JsonSerializable(typeof(RatingWire))]
[JsonSerializable(typeof(MetricsWire))]
[JsonSerializable(typeof(ErrorWire))]
[JsonSerializable(typeof(GoogleErrorWire))]
internal sealed partial class StoreWireJson : JsonSerializerContext;
