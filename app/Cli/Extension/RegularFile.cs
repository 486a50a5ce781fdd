using System.Formats.Tar;

namespace Hotfix.Cli.Extension;

/// <summary>Whether a name leads to a file with bytes, and not to a pipe, socket or device, which may give them without end or never.</summary>
internal static class RegularFile
{
    /// <param name="file">One that is there, and no link.</param>
    public static bool Is(FileInfo file)
    {
        if (file.Length > 0 || OperatingSystem.IsWindows())
        {
            return true; // the others have no length
        }

        // .NET says nowhere else what kind a file is; this asks lstat(2) and opens only what is regular, and that is empty.
        using var archive = new MemoryStream();

        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            try
            {
                writer.WriteEntry(file.FullName, "file");
            }
            catch (IOException) // a socket
            {
                return false;
            }
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);

        return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
