using System.CommandLine;
using System.Security.Cryptography;

namespace Hotfix.Cli.Extension;

/// <summary>Options that several of the verbs have, in the same words.</summary>
internal static class Shared
{
    public static Option<bool> Json() => new("--json") { Description = "One JSON object instead of text." };

    public static Option<string> Out(string what) => new("--out") { Description = what, HelpName = "file", Required = true };

    public static Option<string> KeyDescriptor() => new("--key-fd")
    {
        Description = $"Read the private key from this open file descriptor instead of {KeyInput.Variable}.",
        HelpName = "n",
    };

    /// <summary>Of pieces that follow one another.</summary>
    public static string Sha256(params ReadOnlySpan<ReadOnlyMemory<byte>> pieces)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (var piece in pieces)
        {
            hash.AppendData(piece.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
