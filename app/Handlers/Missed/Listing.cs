using Hotfix.Domain;

namespace Hotfix.Handlers.Missed;

/// <summary>Asks that what changed is listed, because GitHub's record of deliveries does not reach back to where the last sweep ended.</summary>
/// <param name="Since">What happened before was delivered.</param>
/// <param name="Until">What happened from then on stands in the record.</param>
internal sealed record ListingAsked(DateTimeOffset Since, DateTimeOffset Until);

/// <summary>How far the listing of what changed has come: one document, for all processes on one store.</summary>
/// <param name="IsKnown">Whether all repositories are known; until then they are being asked for, installation by installation.</param>
/// <param name="LastInstallation">The last whose repositories are known.</param>
/// <param name="Repositories">How many there are, as far as they are known.</param>
/// <param name="Done">How many were listed.</param>
/// <param name="Skipped">How many could not be.</param>
/// <param name="Events">How many events were put into the inbox.</param>
internal sealed record Listing(
    DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset BeganAt, bool IsKnown = false, long LastInstallation = 0, int Repositories = 0, int Done = 0, int Skipped = 0, int Events = 0, DateTimeOffset? EndedAt = null)
{
    /// <summary>Asked for while one is under way, it begins anew and covers both: what was told already is told once.</summary>
    public static Listing Of(Listing? last, ListingAsked asked, DateTimeOffset now) => last is { EndedAt: null }
        ? new(last.Since < asked.Since ? last.Since : asked.Since, last.Until > asked.Until ? last.Until : asked.Until, now)
        : new(asked.Since, asked.Until, now);
}

/// <summary>A repository that is still to be listed.</summary>
/// <param name="From">Where its list goes on, by GitHub's clock.</param>
/// <param name="HasChanged">Whether any issue of it changed.</param>
/// <param name="Tries">How often GitHub failed to list it.</param>
internal sealed record ListedRepository(Repository Repository, ListedPart Part, DateTimeOffset From, bool HasChanged = false, int Tries = 0);

internal enum ListedPart
{
    Issues,
    Pulls,
    Comments,
}
