using System.Diagnostics;
using Hotfix.Bench.Support;
using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Hotfix.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Bench.Faults;

/// <summary>The store that a scenario runs on, new and empty.</summary>
internal abstract class FaultStore : IAsyncDisposable
{
    /// <summary>As <c>HOTFIX_STORE</c> has it.</summary>
    public abstract string Address { get; }

    /// <summary>Looks into it beside the processes that use it, past whatever goes wrong between them and it.</summary>
    public abstract IStore Open();

    public abstract ValueTask DisposeAsync();

    /// <summary>A file in a folder of its own.</summary>
    public class Sqlite : FaultStore
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-faults-");

        public string Folder => folder.FullName;

        public string File => Path.Combine(Folder, "hotfix.db");

        public override string Address => $"sqlite:{File}";

        public override IStore Open() => SqliteStore.Open(File, TimeProvider.System);

        public override ValueTask DisposeAsync()
        {
            folder.Delete(recursive: true);

            return default;
        }
    }

    /// <summary>A file on a disk in memory, which can be filled.</summary>
    public sealed class Tmpfs : Sqlite
    {
        private const string Size = "256m";
        private const long Left = 256 * 1024;

        private string Ballast => Path.Combine(Folder, "ballast");

        /// <summary>Null where we may not mount.</summary>
        public static async Task<Tmpfs?> MountAsync()
        {
            var disk = new Tmpfs();

            if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size}", "hotfix-faults", disk.Folder))
            {
                return disk;
            }

            await disk.DeleteAsync();

            return null;
        }

        /// <summary>But for a little, so that it is full in the middle of something.</summary>
        public async Task FillAsync()
        {
            await using var ballast = new FileStream(Ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            var disk = new DriveInfo(Folder);

            while (disk.AvailableFreeSpace is > Left and var free)
            {
                await ballast.WriteAsync(new byte[Math.Min(free - Left, 1024 * 1024)]); // step by step: the store grows meanwhile
            }
        }

        public Task FreeAsync()
        {
            System.IO.File.Delete(Ballast);

            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            await RunAsync("umount", Folder);
            await DeleteAsync();
        }

        private ValueTask DeleteAsync() => base.DisposeAsync();

        private static async Task<bool> RunAsync(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            return process.ExitCode == 0;
        }
    }

    /// <summary>An account of Azurite, behind a proxy.</summary>
    public sealed class Azure(string direct, string proxied, FaultyProxy proxy) : FaultStore
    {
        public FaultyProxy Proxy => proxy;

        public override string Address => $"azure:{proxied}";

        public static async Task<Azure> MakeAsync(AzuriteProcess azurite)
        {
            var proxy = new FaultyProxy();
            var direct = azurite.NewAccount();

            return new(direct, await azurite.BehindAsync(proxy, direct), proxy);
        }

        public override IStore Open() => AzureStore.Open(AzureAddress.Parse(direct), TimeProvider.System, Random.Shared, NullLogger.Instance);

        public override ValueTask DisposeAsync() => proxy.DisposeAsync();
    }
}
