namespace Hotfix.Tests.Support;

/// <summary>A clock that stands still until a test moves it; timers that come due fire on the way, in order.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = start;

    public ManualTime()
        : this(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers have not come due: who waits for this knows that all who were woken sleep again.</summary>
    public int Sleeping
    {
        get
        {
            lock (gate)
            {
                return timers.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));

        timer.Change(dueTime, period);

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;

        while (TakeDue(until) is { } due)
        {
            due.Fire();
        }
    }

    private Timer? TakeDue(DateTimeOffset until)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);

            now = next?.Due > now ? next.Due.Value : next is null ? until : now;
            next?.Reschedule();

            return next;
        }
    }

    private sealed class Timer(ManualTime time, Action fire) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public Action Fire => fire;

        public void Reschedule()
        {
            Due = period > TimeSpan.Zero ? Due + period : null;

            if (Due is null)
            {
                time.timers.Remove(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                this.period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
                time.timers.Remove(this);

                if (Due is not null)
                {
                    time.timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();

            return default;
        }
    }
}
