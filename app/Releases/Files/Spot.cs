namespace Hotfix.Releases.Files;

/// <summary>A stretch of a text, in characters (UTF-16).</summary>
internal readonly record struct Spot(int Start, int Length)
{
    public int End => Start + Length;
}
