using Hotfix.Domain.Versions;

namespace Hotfix.Domain.Storefront;

/// <summary>What the store says of an item. An upload that was never submitted is not in it: the API does not show it.</summary>
/// <param name="Published">Null: never published.</param>
/// <param name="Submitted">Null: nothing submitted since the last publication.</param>
/// <param name="LastUpload">Of the last 24 hours, and of uploads that went on after they were answered only; null otherwise. It may speak of an older upload than ours.</param>
internal sealed record ItemStatus(Revision? Published = null, Revision? Submitted = null, UploadState? LastUpload = null, bool TakenDown = false, bool Warned = false)
{
    /// <summary>The version that a percentage is about, and that the next has to be above.</summary>
    public Channel? Live => Published?.Highest;

    public bool Has(ChromeVersion version) => Published?.Find(version) is not null || Submitted?.Find(version) is not null;

    /// <summary>Where the version stands; null where the store does not show it.</summary>
    public ItemState? StateOf(ChromeVersion version) =>
        Published?.Find(version) is not null ? Published.State : Submitted?.Find(version) is not null ? Submitted.State : null;
}

/// <summary>A revision of an item: what was published, or what was submitted. While a version goes to some of the users only, the one before it is in it too.</summary>
internal sealed record Revision(ItemState State, Values<Channel> Channels)
{
    public Channel? Highest => Channels.MaxBy(channel => channel.Version);

    public Channel? Find(ChromeVersion version) => Channels.FirstOrDefault(channel => channel.Version == version);

    /// <summary>Its versions for the middle of a sentence.</summary>
    public string Words => Channels.Count == 0 ? "a version that is not named" : string.Join(" and ", Channels.Select(channel => channel.Version));
}

/// <param name="Version">The manifest's <c>version</c>.</param>
/// <param name="Percentage">Of the users, from 0 to 100.</param>
/// <param name="Written">How the store writes the version where that is not how we do: 1.2 is 1.2.0.</param>
internal sealed record Channel(ChromeVersion Version, int Percentage, string? Written = null);
