using Hotfix.Domain;

namespace Hotfix.Extension.Crx;

/// <summary>What became of looking at a CRX.</summary>
internal abstract record CrxVerdict
{
    /// <summary>Every signature is right, and one is by the key the id comes from.</summary>
    /// <param name="ZipOffset">Where the zip begins, in bytes.</param>
    internal sealed record Genuine(string Id, Values<CrxProof> Proofs, int ZipOffset) : CrxVerdict;

    /// <param name="Sentence">Why Chrome would not install it.</param>
    internal sealed record Refused(string Sentence) : CrxVerdict;
}
