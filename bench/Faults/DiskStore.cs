using System.Diagnostics;

namespace Hotfix.Bench.Faults;

/// <summary>A SQLite file on a disk in memory, which can be filled.</summary>
internal sealed class DiskStore : FileStore
{
    private const string Size = "256m";
    private const long Left = 256 * 1024;
    private const int Step = 1024 * 1024;

    private bool isMounted;

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>False where we may not mount.</summary>
    public async Task<bool> MountAsync() => isMounted = await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size}", "hotfix-faults", Folder);

    /// <summary>But for a little, so that it is full in the middle of something.</summary>
    public async Task FillAsync()
    {
        await using var ballast = new FileStream(Ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var disk = new DriveInfo(Folder);

        while (disk.AvailableFreeSpace is > Left and var free)
        {
            await ballast.WriteAsync(new byte[Math.Min(free - Left, Step)]); // step by step: the store grows meanwhile
        }
    }

    public Task FreeAsync()
    {
        System.IO.File.Delete(Ballast);

        return Task.CompletedTask;
    }

    protected override async ValueTask EndAsync()
    {
        if (isMounted)
        {
            await RunAsync("umount", Folder);
        }

        await base.EndAsync();
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        return process.ExitCode == 0;
    }
}
