using Hotfix.Domain.Storefront;

namespace Hotfix.Ports;

/// <summary>
/// One item of the store where extensions are published.
/// <para>Errors: <see cref="UnavailableException"/> (no answer, a limit or a failure of the store: a write may have happened, so look before it is repeated), <see cref="RefusedException"/> (an answer that
/// repeating will not change; one sentence with what to do).</para>
/// <para>Source: Chrome Web Store API v2.</para>
/// </summary>
internal interface IStorefront
{
    ItemName Item { get; }

    Task<ItemStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the draft. The store may still be at it when it answers.</summary>
    Task<UploadAnswer> UploadAsync(StorePackage package, CancellationToken cancellationToken);

    /// <summary>Submits the last package that was uploaded, whoever uploaded it; or publishes what is staged.</summary>
    Task<PublishAnswer> PublishAsync(PublishOrder order, CancellationToken cancellationToken);

    /// <summary>Takes back what waits for review or is staged.</summary>
    Task CancelAsync(CancellationToken cancellationToken);

    /// <summary>Gives the published version to more of the users; never to fewer.</summary>
    Task SetPercentageAsync(int percentage, CancellationToken cancellationToken);

    /// <summary>Publishes an earlier package to all users, without a review, under a new version.</summary>
    /// <param name="validateOnly">Nothing is changed: the store only says whether it would.</param>
    Task RollbackAsync(RollbackOrder order, bool validateOnly, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    /// <param name="stars">Only those with so many; null for all.</param>
    Task<IReadOnlyList<StoreReview>> ReviewsAsync(int limit, int? stars, CancellationToken cancellationToken);

    Task<StoreRating> RatingAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<MetricLine>> MetricsAsync(MetricQuery query, CancellationToken cancellationToken);
}
