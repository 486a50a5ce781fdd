namespace Hotfix.Ports;

/// <summary>
/// GitHub's own record of what it tried to deliver to us, for all installations. It repeats nothing by itself: what we missed is found here, for three days (an enterprise server: seven).
/// Errors: as for <see cref="IIssues"/>.
/// </summary>
internal interface IHookDeliveries
{
    /// <summary>Every attempt, the newest first, as far as the reader goes and GitHub remembers.</summary>
    /// <param name="page">Where to go on: an attempt's <see cref="DeliveryAttempt.Page"/>; null for the beginning.</param>
    IAsyncEnumerable<DeliveryAttempt> AttemptsAsync(string? page, CancellationToken cancellationToken);

    /// <summary>What was sent in this attempt: the payload as JSON in UTF-8, written anew by GitHub, so that no signature fits it. It is genuine because GitHub answered it to us.</summary>
    /// <exception cref="FormatException">GitHub does not hold it any more.</exception>
    Task<ReadOnlyMemory<byte>> PayloadAsync(long attempt, CancellationToken cancellationToken);
}

/// <param name="Id">GitHub's number for the attempt.</param>
/// <param name="Delivery">The delivery's id, the same in each attempt: what <c>X-GitHub-Delivery</c> carries.</param>
/// <param name="Event">What <c>X-GitHub-Event</c> carries.</param>
/// <param name="DeliveredAt">By GitHub's clock.</param>
/// <param name="Status">What the receiver answered (HTTP); where nobody did, whatever GitHub puts there.</param>
internal sealed record DeliveryAttempt(long Id, string Delivery, string Event, DateTimeOffset DeliveredAt, int Status)
{
    public bool Arrived => Status is >= 200 and < 400;

    /// <summary>The page of the record on which it stands: whoever stopped reading there goes on there. Nothing else is to be read from it.</summary>
    public string? Page { get; init; }
}
