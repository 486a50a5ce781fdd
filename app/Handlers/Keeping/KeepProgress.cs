namespace Hotfix.Handlers.Keeping;

/// <summary>How far all that is kept was gone through: one document, for all processes on one store. Places are where the next round goes on; null before the first.</summary>
/// <param name="BeganAt">When this lap began; another begins a day later.</param>
/// <param name="Day">The day's partition, and the row in it, up to which deliveries were looked at.</param>
/// <param name="Key">The last partition whose journal was looked at; null while the deliveries are not through.</param>
/// <param name="IsOver">Whether the lap is through.</param>
/// <param name="StrippedTo">The first day that may still have bodies which are to go.</param>
/// <param name="LeftAt">The first day in this lap of which one had to stay, because its delivery is not done.</param>
internal sealed record KeepProgress(DateTimeOffset BeganAt, string Day, string Row, string? Key, bool IsOver, string StrippedTo, string? LeftAt = null)
{
    private static readonly TimeSpan Lap = TimeSpan.FromDays(1);

    /// <summary>Of the progress there was, what this round goes on with; null when there is nothing to do yet.</summary>
    public static KeepProgress? Next(KeepProgress? last, DateTimeOffset now) => last switch
    {
        null => new(now, "", "", null, false, ""),
        { IsOver: false } => last,
        _ when last.BeganAt + Lap <= now => new(now, "", "", null, false, last.StrippedTo),
        _ => null,
    };
}

/// <summary>What a round removed.</summary>
internal sealed class KeepCounts
{
    public int Bodies { get; set; }

    public int Deliveries { get; set; }

    public int Entries { get; set; }

    public bool IsNothing => this is { Bodies: 0, Deliveries: 0, Entries: 0 };
}
