namespace Hotfix.Handlers.Storefront;

/// <summary>How long the store is waited for.</summary>
/// <param name="Poll">Between two looks at an upload that goes on; the store's quotas are not published, so not below 5 s there.</param>
/// <param name="Upload">How long an upload may take that the store goes on with after it answered.</param>
/// <param name="Pause">Before a write whose fate is unknown is looked after; doubled each time.</param>
/// <param name="Tries">Of one write.</param>
internal sealed record StorePatience(TimeSpan Poll, TimeSpan Upload, TimeSpan Pause, int Tries)
{
    /// <summary>A store that asks for a longer pause (<c>Retry-After</c>) before a write is sent again is not waited for.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    public static StorePatience Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(2), 4);

    /// <summary>For a store on the same machine, which is a double of it.</summary>
    public static StorePatience Nearby { get; } = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(20), 4);
}
