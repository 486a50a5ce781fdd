using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Hotfix.Http;

/// <summary>What our endpoints answer as JSON. A refusal is a problem document; source: RFC 9457.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(BuildAccepted))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class HttpJson : JsonSerializerContext;
