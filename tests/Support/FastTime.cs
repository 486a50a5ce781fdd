namespace Hotfix.Tests.Support;

/// <summary>
/// The system's clock, running faster: a minute's limit is over in a fraction of a second. For scenarios in which many things wait for many reasons;
/// where one thing is waited for, <see cref="ManualTime"/> says when.
/// </summary>
internal sealed class FastTime(int times) : TimeProvider
{
    private readonly DateTimeOffset start = DateTimeOffset.UtcNow;
    private readonly long started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + (System.GetElapsedTime(started) * times);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(times, System.CreateTimer(callback, state, Shrink(dueTime, times), Shrink(period, times)));

    private static TimeSpan Shrink(TimeSpan time, int times) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(time.TotalMilliseconds / times)));

    private sealed class FastTimer(int times, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shrink(dueTime, times), Shrink(period, times));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
