using Hotfix.Domain;

namespace Hotfix.Handlers.Missed;

/// <summary>How far GitHub's record of deliveries was looked through: one document, for all processes on one store.</summary>
/// <param name="SweptTo">By GitHub's clock: whatever was delivered until then was dealt with. Null while GitHub had nothing to tell.</param>
/// <param name="EndedAt">When the last sweep ended, by ours.</param>
/// <param name="Recovered">How many missed deliveries were put into the inbox so far.</param>
/// <param name="Outside">Those that were dealt with, or tried to be, and are not in the inbox; known as long as GitHub may list them again.</param>
internal sealed record Sweep(DateTimeOffset? SweptTo, DateTimeOffset EndedAt, int Recovered, Values<MissedDelivery> Outside)
{
    /// <summary>So that the document stays within what a store takes; one that is forgotten is fetched once more.</summary>
    private const int MostOutside = 5000;

    /// <summary>How often a delivery is tried before it is left.</summary>
    public const int Tries = 3;

    /// <summary>GitHub's record is not strictly in order, and attempts appear in it once they have ended.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>How long GitHub keeps deliveries; an enterprise server keeps them longer, but nobody acts on what is older.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    public static Sweep None { get; } = new(null, DateTimeOffset.MinValue, 0, []);

    public int GivenUp => Outside.Count(missed => missed.Tries >= Tries);

    /// <summary>How far back the next sweep reads.</summary>
    public DateTimeOffset From(DateTimeOffset now) => SweptTo is { } until && until - Overlap > now - Kept ? until - Overlap : now - Kept;

    /// <summary>How often fetching it failed so far; null when there is nothing to be done about it any more.</summary>
    public int? TriesOf(string delivery) => Outside.FirstOrDefault(missed => missed.Delivery == delivery) switch
    {
        null => 0,
        { IsUseless: true } or { Tries: >= Tries } => null,
        var missed => missed.Tries,
    };

    public Sweep Failed(string delivery, int tries, DateTimeOffset deliveredAt) => With(new(delivery, tries, deliveredAt));

    /// <summary>Of no use to anybody.</summary>
    public Sweep Useless(string delivery, DateTimeOffset deliveredAt) => With(new(delivery, 0, deliveredAt, IsUseless: true));

    /// <param name="isNew">Whether it was not in the inbox before.</param>
    public Sweep Received(string delivery, bool isNew) => this with { Outside = [.. But(delivery)], Recovered = Recovered + (isNew ? 1 : 0) };

    /// <param name="newest">When the newest attempt was that GitHub listed; null when it listed none.</param>
    /// <param name="left">When the oldest was that is still to be dealt with; null when none is.</param>
    public Sweep Ended(DateTimeOffset? newest, DateTimeOffset? left, DateTimeOffset now)
    {
        var until = left ?? newest;
        var ended = this with { SweptTo = until > SweptTo || SweptTo is null ? until : SweptTo, EndedAt = now };
        var from = ended.From(now);

        return ended with { Outside = [.. Outside.Where(missed => missed.DeliveredAt >= from).TakeLast(MostOutside)] };
    }

    private Sweep With(MissedDelivery missed) => this with { Outside = [.. But(missed.Delivery), missed] };

    private IEnumerable<MissedDelivery> But(string delivery) => Outside.Where(missed => missed.Delivery != delivery);
}

/// <summary>A delivery that is not in the inbox, because it could not be fetched or read so many times, or because nobody needs it.</summary>
internal sealed record MissedDelivery(string Delivery, int Tries, DateTimeOffset DeliveredAt, bool IsUseless = false);
