namespace Hotfix.Cli.Triage.Fetching;

/// <summary>The cache's file and its folder. A private repository's issues are in it: on Unix only the user may read them.</summary>
internal static class CacheFile
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Open(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16 };

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Mine | UnixFileMode.UserExecute);
            options.UnixCreateMode = Mine;
        }

        return new FileStream(path, options);
    }
}
