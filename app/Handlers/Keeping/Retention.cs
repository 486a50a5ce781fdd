using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Keeping;

/// <summary>
/// Once a day goes through the deliveries of the days that are over, and through the journals, and removes what is kept no longer (<see cref="KeepOptions"/>). A round takes seconds; the next goes on where it ended.
/// <para>Errors: <see cref="StoreUnavailableException"/>, <see cref="LeaseLostException"/>; the next round goes on.</para>
/// </summary>
internal sealed partial class Retention(IDocuments documents, DeliveryIndex index, OldDeliveries deliveries, OldJournals journals, WorkOptions options, TimeProvider time, ILogger<Retention> logger) : ITimedWork
{
    private const string Partition = "retention";
    private const string Row = "progress";

    /// <summary>The partitions in which something has a journal.</summary>
    private static readonly string[] Keys = ["app", "installation-", "issue-", "repository-"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public string Name => "Removing what is kept no longer";

    public TimeSpan Every { get; } = TimeSpan.FromMinutes(5);

    public bool AtStart => false;

    public async Task<bool> DoAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();

        if (options.Keep is { Bodies: null, Deliveries: null, Journal: null } || KeepProgress.Next(await ReadAsync(cancellationToken), now) is null)
        {
            return true;
        }

        // Longer than a round may take: nobody else begins before it ends.
        if (await Lease.TakeAsync(documents, Partition, new($"{Guid.NewGuid():N}", now + Longest + options.Lease), now, cancellationToken) is not { } lease)
        {
            return false;
        }

        var progress = KeepProgress.Next(await ReadAsync(cancellationToken), now);
        var counts = new KeepCounts();

        try
        {
            progress = progress is null ? null : await GoOnAsync(progress, now, counts, cancellationToken);
        }
        catch (Exception)
        {
            await lease.ReleaseAsync([], CancellationToken.None); // the next round does it again

            throw;
        }

        await lease.ReleaseAsync(progress is null ? [] : [new Set(Row, StateJson.Write(progress, StateJson.Default.KeepProgress))], cancellationToken);

        if (!counts.IsNothing)
        {
            Log.Removed(logger, counts.Deliveries, counts.Bodies, counts.Entries);
        }

        return true;
    }

    private async Task<KeepProgress?> ReadAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(Partition, Row, cancellationToken) is { } found ? StateJson.Read(found.Body, StateJson.Default.KeepProgress) : null;

    private async Task<KeepProgress> GoOnAsync(KeepProgress progress, DateTimeOffset now, KeepCounts counts, CancellationToken cancellationToken)
    {
        var until = now + Longest;
        progress = progress.Key is null ? await DaysAsync(progress, now, until, counts, cancellationToken) : progress;

        return progress.Key is { } key && time.GetUtcNow() < until ? await JournalsAsync(progress, key, now, until, counts, cancellationToken) : progress;
    }

    private async Task<KeepProgress> DaysAsync(KeepProgress progress, DateTimeOffset now, DateTimeOffset until, KeepCounts counts, CancellationToken cancellationToken)
    {
        // Of the days in between, whose bodies are gone already, nothing is to be done.
        var (bodies, all) = (Before(options.Keep.BodiesAtMost, now), Before(options.Keep.Deliveries, now));
        var (day, row) = (progress.Day, progress.Row);

        while (true)
        {
            day = row.Length > 0 ? day : await documents.NextPartitionAsync(day.Length > 0 ? day : DeliveryIndex.Days, cancellationToken);

            if (day is null || !day.StartsWith(DeliveryIndex.Days, StringComparison.Ordinal) || string.CompareOrdinal(day, bodies) >= 0)
            {
                return progress with { Day = "", Row = "", Key = "", StrippedTo = progress.LeftAt ?? bodies, LeftAt = null };
            }

            if (string.CompareOrdinal(day, all) < 0 || string.CompareOrdinal(day, progress.StrippedTo) >= 0)
            {
                await foreach (var listed in index.DayAsync(day, row, cancellationToken))
                {
                    if (await deliveries.DealAsync(listed, day, now, counts, cancellationToken))
                    {
                        progress = progress with { LeftAt = progress.LeftAt ?? day }; // days come in order
                    }

                    if (time.GetUtcNow() >= until)
                    {
                        return progress with { Day = day, Row = listed.Row };
                    }
                }
            }

            row = "";
        }
    }

    private async Task<KeepProgress> JournalsAsync(KeepProgress progress, string after, DateTimeOffset now, DateTimeOffset until, KeepCounts counts, CancellationToken cancellationToken)
    {
        foreach (var kind in Keys)
        {
            // "app" is one partition, the others are many that begin alike
            for (var key = await NextAsync(kind, after, cancellationToken); key is not null; key = await NextAsync(kind, key, cancellationToken))
            {
                await journals.DealAsync(key, now, counts, cancellationToken);
                after = key;

                if (time.GetUtcNow() >= until)
                {
                    return progress with { Key = key };
                }
            }
        }

        return progress with { IsOver = true };
    }

    private async Task<string?> NextAsync(string kind, string after, CancellationToken cancellationToken)
    {
        var from = string.CompareOrdinal(after, kind) >= 0 ? after : kind[..^1] + (char)(kind[^1] - 1) + '~'; // our partitions are ASCII, and not every store takes more in a filter

        return string.CompareOrdinal(after, kind + '\x7f') < 0 && await documents.NextPartitionAsync(from, cancellationToken) is { } key && key.StartsWith(kind, StringComparison.Ordinal) ? key : null;
    }

    /// <summary>The partition of the first day that is not over, so far as this is kept; nothing comes before "".</summary>
    private static string Before(TimeSpan? kept, DateTimeOffset now) => kept is { } some ? DeliveryIndex.Day(now - some) : "";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Older than they are kept, and removed: {Deliveries} deliveries, {Bodies} bodies, {Entries} entries of journals.")]
        public static partial void Removed(ILogger logger, int deliveries, int bodies, int entries);
    }
}
