using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Cli.Extension;

/// <param name="Files">How many are in it.</param>
/// <param name="Unpacked">Bytes of all files together.</param>
/// <param name="Bytes">Bytes of the zip.</param>
/// <param name="LeftOut">Files and folders of the folder that are not in it.</param>
internal sealed record PackedLine(string Zip, int Files, long Unpacked, int Bytes, string Sha256, string? Crx, string? Id, string? CrxSha256, IReadOnlyList<string> LeftOut);

internal sealed record SignedLine(string Crx, string Id, int Proofs, int Bytes, string Sha256);

/// <param name="Error">Why it is refused; null when it is genuine.</param>
internal sealed record VerifiedLine(bool Genuine, string? Id, IReadOnlyList<string>? Proofs, string? ZipSha256, string? Error);

internal sealed record IdLine(string Id);

internal sealed record KeyLine(string PrivateKey, string PublicKey, string Id);

internal sealed record VersionLine(string Version, string VersionName, string Why);

/// <param name="From">The version of the last good package, whose code it is.</param>
/// <param name="VersionName">Null where the manifest has none.</param>
internal sealed record ParachuteLine(string Version, string? VersionName, string From, string Why, string Zip, int Bytes, string Sha256);

/// <summary>What <c>hotfix extension … --json</c> prints: one object, one line.</summary>
[JsonSerializable(typeof(PackedLine))]
[JsonSerializable(typeof(SignedLine))]
[JsonSerializable(typeof(VerifiedLine))]
[JsonSerializable(typeof(IdLine))]
[JsonSerializable(typeof(KeyLine))]
[JsonSerializable(typeof(VersionLine))]
[JsonSerializable(typeof(ParachuteLine))]
internal sealed partial class ExtensionJson : JsonSerializerContext
{
    /// <summary>Readable to people too: what HTML would want escaped is not.</summary>
    public static ExtensionJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
