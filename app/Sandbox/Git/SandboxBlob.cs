using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>What a file holds, and what it is: <c>100644</c>, <c>100755</c> (can be run) or <c>120000</c> (a link).</summary>
internal sealed class SandboxBlob(GitObject data, string mode = SandboxBlob.Plain)
{
    public const string Plain = "100644";

    public const string Program = "100755";

    public GitObject Object { get; } = data;

    public string Mode { get; } = mode;

    public ReadOnlyMemory<byte> Bytes => Object.Bytes;

    public string Sha => Object.Sha;

    public static SandboxBlob Of(string text, string mode = Plain) => new(new GitObject("blob", Encoding.UTF8.GetBytes(text)), mode);

    /// <summary>Whether nothing about it differs.</summary>
    public bool IsSame(SandboxBlob? other) => other is not null && Sha == other.Sha && Mode == other.Mode;
}
