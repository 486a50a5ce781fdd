using System.Security.Cryptography;

namespace Hotfix.Sandbox;

/// <summary>A file of a release: whole from the start, and never changed.</summary>
internal sealed class SandboxAsset(SandboxRelease release, long id, string name, string? label, string type, ReadOnlyMemory<byte> bytes, SandboxUser uploader)
{
    public SandboxRelease Release { get; } = release;

    public long Id { get; } = id;

    public string Name { get; } = name;

    public string? Label { get; } = label;

    /// <summary>The media type it was uploaded as.</summary>
    public string Type { get; } = type;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public SandboxUser Uploader { get; } = uploader;

    public DateTimeOffset Made { get; } = release.Repository.State.Now;

    /// <summary>As GitHub shows it: <c>sha256:</c> and 64 digits.</summary>
    public string Digest { get; } = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}";

    public string Url => $"{Release.Repository.Url}/releases/assets/{Id}";
}
