using System.Diagnostics;

namespace Hotfix.Bench.Run;

/// <summary>What the disk itself takes to have a page on it: the least that anybody waits who keeps what is acknowledged.</summary>
internal static class DiskSync
{
    private const int Times = 200;
    private const int Page = 4096;

    /// <summary>The median time of a write of 4 KiB at the end of a file, with fsync.</summary>
    public static TimeSpan Measure(string folder)
    {
        var path = Path.Combine(folder, "sync");
        var page = new byte[Page];
        var times = new List<TimeSpan>(Times);

        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (var at = 0; at < Times; at++)
            {
                var started = Stopwatch.GetTimestamp();
                file.Write(page);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        File.Delete(path);

        return Quantile.Of(times, 0.5);
    }
}
