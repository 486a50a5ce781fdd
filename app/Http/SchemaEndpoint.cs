using System.Security.Cryptography;
using System.Text.Json;
using Hotfix.Profiles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Hotfix.Http;

/// <summary>
/// <c>GET /schema/hotfix.json</c>: the schema of a team's file, for editors. Made once; anybody may ask.
/// <para>Shape: JSON Schema, as <see cref="ConfigSchema"/>. Answers: 200, or 304 when the asker's ETag is still right.</para>
/// </summary>
internal static class SchemaEndpoint
{
    public const string Path = "/schema/hotfix.json";

    private static readonly Lazy<(byte[] Body, EntityTagHeaderValue Tag)> Made = new(() =>
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ConfigSchema.Create(), HttpJson.Default.JsonObject);

        return (body, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..8])}\""));
    });

    public static FileContentHttpResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Headers.AccessControlAllowOrigin = "*"; // editors in a browser read it too; it is public and the same for all

        return TypedResults.File(Made.Value.Body, "application/schema+json", entityTag: Made.Value.Tag);
    }
}
