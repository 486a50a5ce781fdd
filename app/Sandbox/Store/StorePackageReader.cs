using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hotfix.Sandbox.Store;

/// <summary>What the store looks at in a package: the manifest's version, and who signed a CRX.</summary>
internal static class StorePackageReader
{
    private const int Prefix = 12;

    public static bool IsCrx(ReadOnlySpan<byte> package) => package.StartsWith("Cr24"u8);

    /// <exception cref="StoreRefused">There is no manifest at the root, or its version is none.</exception>
    public static string Version(byte[] package)
    {
        try
        {
            var start = IsCrx(package) ? Prefix + (int)Length(package) : 0;
            using var zip = new ZipArchive(new MemoryStream(package, start, package.Length - start));
            using var stream = zip.GetEntry("manifest.json")?.Open() ?? throw Bad("Manifest file is missing or unreadable");
            using var manifest = JsonDocument.Parse(stream);
            var version = manifest.RootElement.TryGetProperty("version", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

            return SandboxVersion.IsOne(version)
                ? version
                : throw Bad($"The manifest has an invalid version: {version}. Please format the version as defined \n <a href=\"https://developer.chrome.com/docs/extensions/mv3/manifest/version/\" target=\"_blank\"> here</a>.");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or JsonException or ArgumentException or OverflowException)
        {
            throw Bad("The package is invalid: it could not be unpacked.");
        }
    }

    /// <summary>Whether this key (DER SubjectPublicKeyInfo) signed the CRX; proofs of other keys are passed over.</summary>
    public static bool IsSignedBy(byte[] crx, byte[] key)
    {
        var header = crx.AsSpan(Prefix, (int)Length(crx)).ToArray();
        var signedData = Fields(header).LastOrDefault(field => field.Number == 10_000).Value ?? [];
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, signedData.Length);
        byte[] signed = [.. "CRX3 SignedData\0"u8, .. length, .. signedData, .. crx.AsSpan(Prefix + header.Length)];
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key, out _);

        return Fields(header).Where(field => field.Number == 2).Select(field => Fields(field.Value).ToDictionary(part => part.Number, part => part.Value)).Any(proof =>
            proof.TryGetValue(1, out var own) && own.AsSpan().SequenceEqual(key)
            && proof.TryGetValue(2, out var signature) && rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static uint Length(byte[] crx) => BinaryPrimitives.ReadUInt32LittleEndian(crx.AsSpan(8));

    /// <summary>The fields of a protobuf message, all of which have a length here.</summary>
    private static List<(int Number, byte[] Value)> Fields(byte[] message)
    {
        var fields = new List<(int, byte[])>();

        for (var at = 0; at < message.Length;)
        {
            var number = (int)(Varint(message, ref at) >> 3);
            var length = (int)Varint(message, ref at);
            fields.Add((number, message.AsSpan(at, length).ToArray()));
            at += length;
        }

        return fields;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;

        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7f) << shift;

            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static StoreRefused Bad(string description) => new(StoreErrors.InvalidPackage("PKG_MANIFEST_PARSE_ERROR", description));
}
