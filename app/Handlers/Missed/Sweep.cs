using Hotfix.Domain;

namespace Hotfix.Handlers.Missed;

/// <summary>How far GitHub's record of deliveries was looked through: one document, for all processes on one store.</summary>
/// <param name="SweptTo">By GitHub's clock: whatever was delivered until then was dealt with. Null while GitHub had nothing to tell.</param>
/// <param name="EndedAt">When the last sweep ended, by ours.</param>
/// <param name="Recovered">How many missed deliveries were put into the inbox so far.</param>
/// <param name="Unfinished">Those that could not be fetched or read; kept as long as GitHub may list them again.</param>
internal sealed record Sweep(DateTimeOffset? SweptTo, DateTimeOffset EndedAt, int Recovered, Values<MissedTry> Unfinished)
{
    /// <summary>How often a delivery is tried before it is left.</summary>
    public const int Tries = 3;

    /// <summary>GitHub's record is not strictly in order, and attempts appear in it once they have ended.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>How long GitHub keeps deliveries; an enterprise server keeps them longer, but nobody acts on what is older.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    public static Sweep None { get; } = new(null, DateTimeOffset.MinValue, 0, []);

    public int GivenUp => Unfinished.Count(missed => missed.Tries >= Tries);

    /// <summary>How far back the next sweep reads.</summary>
    public DateTimeOffset From(DateTimeOffset now) => SweptTo is { } until && until - Overlap > now - Kept ? until - Overlap : now - Kept;

    public int TriesOf(string delivery) => Unfinished.FirstOrDefault(missed => missed.Delivery == delivery)?.Tries ?? 0;

    public Sweep Tried(string delivery, int tries, DateTimeOffset deliveredAt) =>
        this with { Unfinished = [.. Unfinished.Where(missed => missed.Delivery != delivery), new(delivery, tries, deliveredAt)] };

    public Sweep Finished(string delivery, bool recovered) =>
        this with { Unfinished = [.. Unfinished.Where(missed => missed.Delivery != delivery)], Recovered = Recovered + (recovered ? 1 : 0) };

    /// <param name="newest">When the newest attempt was that GitHub listed; null when it listed none.</param>
    /// <param name="left">When the oldest was that is still to be dealt with; null when none is.</param>
    public Sweep Ended(DateTimeOffset? newest, DateTimeOffset? left, DateTimeOffset now)
    {
        var until = left ?? newest;
        var ended = this with { SweptTo = until > SweptTo || SweptTo is null ? until : SweptTo, EndedAt = now };
        var from = ended.From(now);

        return ended with { Unfinished = [.. Unfinished.Where(missed => missed.DeliveredAt >= from)] };
    }
}

/// <summary>A delivery that could not be fetched or read, and how often that was tried.</summary>
internal sealed record MissedTry(string Delivery, int Tries, DateTimeOffset DeliveredAt);
