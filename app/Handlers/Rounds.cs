namespace Hotfix.Handlers;

/// <summary>Asks for each timed work again and again until the host stops; none waits for another.</summary>
internal sealed class Rounds(IEnumerable<ITimedWork> works, TimedRound round, WorkOptions options, TimeProvider time) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(works.Select(work => RepeatAsync(work, stoppingToken)));

    private async Task RepeatAsync(ITimedWork work, CancellationToken stopping)
    {
        var pause = work.AtStart ? TimeSpan.Zero : work.Every;

        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            if (!stopping.IsCancellationRequested)
            {
                // Where another process has the right to it, that may have died with it
                pause = await round.DoAsync(work, stopping) || work.Every < options.Lease ? work.Every : options.Lease;
            }
        }
    }
}
