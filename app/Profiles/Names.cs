using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Domain;

namespace Hotfix.Profiles;

/// <summary>Impacts as people write them: <c>data_loss</c>.</summary>
internal sealed class ImpactName() : JsonStringEnumConverter<Impact>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

/// <summary>Frequencies as people write them: <c>widespread</c>.</summary>
internal sealed class FrequencyName() : JsonStringEnumConverter<Frequency>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

/// <summary>Decisions as people write them: <c>hotfix_now</c>.</summary>
internal sealed class DecisionName() : JsonStringEnumConverter<Decision>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
