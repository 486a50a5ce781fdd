using System.Text.Json.Serialization;
using Hotfix.Domain;

namespace Hotfix.Handlers.Missed;

/// <summary>How far GitHub's record of deliveries was looked through: one document, for all processes on one store. While one runs it is a <see cref="Sweeping"/>.</summary>
/// <param name="SweptTo">By GitHub's clock: whatever was delivered until then was dealt with. Null while GitHub had nothing to tell.</param>
/// <param name="EndedAt">When the last sweep ended that began at the record's beginning, by ours.</param>
/// <param name="Recovered">How many missed deliveries were put into the inbox so far.</param>
/// <param name="Outside">Those that were dealt with, or tried to be, and are not in the inbox; known as long as GitHub may list them again.</param>
/// <param name="RoundAt">When the last round ended, of a sweep that may take several.</param>
/// <param name="Pages">
/// Where rounds ended that did not read far enough back. The next one reads on at the last of these pages; once it is dealt with from there on, the one before it is the next, and at last the record's beginning: what is older is dealt with first.
/// </param>
/// <param name="IsBack">Whether the last round was on the way back from such a page: what the next one reads was read before, and ends where something was dealt with.</param>
/// <param name="ListedTo">What happened until then is listed where GitHub's record holds it no longer: that was asked for.</param>
internal sealed record Sweep(
    DateTimeOffset? SweptTo, DateTimeOffset EndedAt, int Recovered, Values<MissedDelivery> Outside, DateTimeOffset? RoundAt = null, Values<string> Pages = default, bool IsBack = false, DateTimeOffset? ListedTo = null)
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

    /// <summary>The page of the record at which the next round begins; null for the first.</summary>
    [JsonIgnore]
    public string? Page => Pages.Count > 0 ? Pages[^1] : null;

    /// <summary>Whatever happened until then was delivered, was found in the record, or is being listed.</summary>
    [JsonIgnore]
    public DateTimeOffset CoveredTo => Newest(EndedAt, SweptTo, ListedTo);

    /// <summary>What happened before was dealt with; after it, something may have been missed.</summary>
    [JsonIgnore]
    public DateTimeOffset ListedFrom => Newest(SweptTo ?? EndedAt, ListedTo) - Overlap;

    /// <summary>How far back the next sweep reads.</summary>
    public DateTimeOffset From(DateTimeOffset now) => SweptTo is { } until && until - Overlap > now - Kept ? until - Overlap : now - Kept;

    /// <summary>The round's time was over before it had read far enough back.</summary>
    public Sweep ReadTo(string page, DateTimeOffset now) => this with { Pages = [.. Pages, page], IsBack = false, RoundAt = now, EndedAt = EndedAt == None.EndedAt ? now : EndedAt };

    /// <summary>Where it was to go on, it cannot: the next round begins at the beginning.</summary>
    public Sweep Anew(DateTimeOffset now) => this with { Pages = [], IsBack = false, RoundAt = now };

    /// <param name="newest">When the newest attempt was that GitHub listed; null when it listed none.</param>
    /// <param name="left">When the oldest was that is still to be dealt with; null when none is.</param>
    public Sweep Ended(DateTimeOffset? newest, DateTimeOffset? left, DateTimeOffset now)
    {
        var until = left ?? newest;
        var ended = this with
        {
            SweptTo = until > SweptTo || SweptTo is null ? until : SweptTo,
            EndedAt = Page is null ? now : EndedAt,
            RoundAt = now,
            IsBack = Page is not null,
            Pages = left is null ? [.. Pages.SkipLast(1)] : Pages,
        };
        var from = ended.From(now);

        return ended with { Outside = [.. Outside.Where(missed => missed.DeliveredAt >= from).TakeLast(MostOutside)] };
    }

    private static DateTimeOffset Newest(DateTimeOffset one, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            one = other > one ? other.Value : one;
        }

        return one;
    }
}

/// <summary>A delivery that is not in the inbox, because it could not be fetched or read so many times, or because nobody needs it.</summary>
internal sealed record MissedDelivery(string Delivery, int Tries, DateTimeOffset DeliveredAt, bool IsUseless = false);
