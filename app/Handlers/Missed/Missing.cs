using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>Which deliveries never arrived, as far as GitHub's record of its attempts tells.</summary>
internal static class Missing
{
    /// <summary>The newest attempt of each delivery that is ours by its event's name and of which no attempt arrived; the oldest first, because that is the order in which it happened.</summary>
    public static IReadOnlyList<DeliveryAttempt> Of(IEnumerable<DeliveryAttempt> attempts, Func<string, bool> isOurs) =>
    [
        .. attempts
            .Where(attempt => isOurs(attempt.Event) && Guid.TryParseExact(attempt.Delivery, "D", out _))
            .GroupBy(attempt => attempt.Delivery)
            .Where(delivery => !delivery.Any(attempt => attempt.Arrived))
            .Select(delivery => delivery.MaxBy(attempt => (attempt.DeliveredAt, attempt.Id))!)
            .OrderBy(attempt => (attempt.DeliveredAt, attempt.Id)),
    ];
}
