namespace Hotfix.Extension.Zip;

/// <summary>A file in a zip, as its directory declares it; nothing of it has been unpacked.</summary>
/// <param name="Offset">Of its local header, bytes.</param>
/// <param name="Packed">Bytes in the zip.</param>
/// <param name="Length">Bytes unpacked, as declared.</param>
internal sealed record ZipEntry(string Path, ushort Method, uint Crc, long Offset, long Packed, long Length);
