namespace Hotfix.Extension;

/// <summary>One file of an extension.</summary>
/// <param name="Path">Relative to the folder that holds <c>manifest.json</c>, with forward slashes.</param>
internal sealed record PackageFile(string Path, ReadOnlyMemory<byte> Bytes);
