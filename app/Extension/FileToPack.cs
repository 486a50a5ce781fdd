namespace Hotfix.Extension;

/// <summary>A file on its way into a package, read only when its turn comes, so that not all of them lie in memory at once.</summary>
/// <param name="Path">As in <see cref="PackageFile"/>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Read">Fills what it is given, of that length; called once, from any thread.</param>
internal sealed record FileToPack(string Path, int Length, FillBytes Read)
{
    public static FileToPack Of(PackageFile file) => new(file.Path, file.Bytes.Length, target => file.Bytes.Span.CopyTo(target));
}

internal delegate void FillBytes(Span<byte> target);
