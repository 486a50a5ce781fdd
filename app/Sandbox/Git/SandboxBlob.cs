using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>What a file holds.</summary>
internal sealed class SandboxBlob(ReadOnlyMemory<byte> bytes)
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public string Sha { get; } = GitHash.Blob(bytes.Span);

    public static SandboxBlob Of(string text) => new(Encoding.UTF8.GetBytes(text));
}
