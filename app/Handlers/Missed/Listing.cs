using Hotfix.Domain;

namespace Hotfix.Handlers.Missed;

/// <summary>Asks that what changed is listed, because GitHub's record of deliveries does not reach back to where the last sweep ended.</summary>
/// <param name="Since">What happened before was delivered.</param>
/// <param name="Until">What happened from then on stands in the record.</param>
internal sealed record ListingAsked(DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>Both at once.</summary>
    public ListingAsked With(ListingAsked other) => new(other.Since < Since ? other.Since : Since, other.Until > Until ? other.Until : Until);
}

/// <summary>How far the listing of what changed has come: one document, for all processes on one store.</summary>
/// <param name="IsKnown">Whether all repositories are known; until then they are being asked for, installation by installation.</param>
/// <param name="LastInstallation">The last whose repositories are known.</param>
/// <param name="Repositories">How many there are, as far as they are known.</param>
/// <param name="Done">How many were listed.</param>
/// <param name="Skipped">How many could not be.</param>
/// <param name="Events">How many events were put into the inbox.</param>
/// <param name="RoundAt">When the last round ended.</param>
internal sealed record Listing(
    DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset BeganAt, bool IsKnown = false, long LastInstallation = 0, int Repositories = 0, int Done = 0, int Skipped = 0, int Events = 0, DateTimeOffset? EndedAt = null, DateTimeOffset? RoundAt = null)
{
    /// <summary>How long after its end anybody wants to know of it.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(7);

    /// <summary>Whether whoever looks is still told of it.</summary>
    public bool IsNews(DateTimeOffset now) => EndedAt is not { } end || now < end + Told;

    /// <summary>While one is under way that began no later, another waits for its end: a long one that began anew each time would come to none.</summary>
    public bool Delays(ListingAsked asked) => EndedAt is null && asked.Since >= Since && asked.Until > Until;

    /// <summary>Whether it brings all that is asked for.</summary>
    public bool Covers(ListingAsked asked) => EndedAt is null && asked.Since >= Since && asked.Until <= Until;

    /// <summary>Asked for earlier things while one is under way, it begins anew and covers both: what was told already is told once.</summary>
    public static Listing Of(Listing? last, ListingAsked asked, DateTimeOffset now)
    {
        var all = last is { EndedAt: null } ? asked.With(new(last.Since, last.Until)) : asked;

        return new(all.Since, all.Until, now);
    }
}

/// <summary>A repository that is still to be listed.</summary>
/// <param name="From">Where its list goes on, by GitHub's clock.</param>
/// <param name="HasChanged">Whether any issue of it changed.</param>
/// <param name="Tries">How often GitHub failed to list it.</param>
/// <param name="PullsTo">The last issue whose hotfix's pull request was read.</param>
internal sealed record ListedRepository(Repository Repository, ListedPart Part, DateTimeOffset From, bool HasChanged = false, int Tries = 0, int PullsTo = 0);

internal enum ListedPart
{
    Issues,
    Pulls,
    Comments,
}
