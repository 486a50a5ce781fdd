namespace Hotfix.Domain.Storefront;

/// <summary>Where a revision of an item stands, in the store's own word. A word we do not know stays what it is.</summary>
/// <param name="Name">As the API writes it (Chrome Web Store API v2, <c>ItemState</c>).</param>
internal sealed record ItemState(string Name)
{
    public static ItemState PendingReview { get; } = new("PENDING_REVIEW");

    /// <summary>Approved, and held until it is published.</summary>
    public static ItemState Staged { get; } = new("STAGED");

    public static ItemState Published { get; } = new("PUBLISHED");

    public static ItemState PublishedToTesters { get; } = new("PUBLISHED_TO_TESTERS");

    public static ItemState Rejected { get; } = new("REJECTED");

    public static ItemState Cancelled { get; } = new("CANCELLED");

    /// <summary>The store takes no new package while a revision stands there (<c>ITEM_NOT_UPDATABLE</c>).</summary>
    public bool Blocks => this == PendingReview || this == Staged;

    /// <summary>For the middle of a sentence.</summary>
    public string Words => Name switch
    {
        "PENDING_REVIEW" => "waiting for review",
        "STAGED" => "approved and staged",
        "PUBLISHED" => "published",
        "PUBLISHED_TO_TESTERS" => "published to testers",
        "REJECTED" => "rejected",
        "CANCELLED" => "cancelled",
        _ => $"in a state that Hotfix does not know ({Name})",
    };

    public override string ToString() => Name;
}
