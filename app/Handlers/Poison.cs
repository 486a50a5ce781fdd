using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>
/// What becomes of a doorbell that the Functions host gave up, because each time somebody answered it the answer ended early: the process died, or the store was away. The delivery that is first in line
/// is kept as failed, where people find and retry it, and the doorbell rings again for those behind it. Whatever is found, it rings again: nothing is left lying unrung.
/// <para>Errors: <see cref="StoreUnavailableException"/>, <see cref="LeaseLostException"/>; then nothing became of it, and the host keeps it.</para>
/// </summary>
internal sealed class Poison(IDocuments documents, IQueue doorbells, Inbox inbox, Attempt attempt, WorkOptions options, TimeProvider time)
{
    private const string Why = "Every try at it ended early: the process died, or the store did not answer. See the log; retry it when the cause is gone.";

    public async Task KeepAsync(string key, string holder, bool urgent, CancellationToken cancellationToken)
    {
        if (await Lease.TakeAsync(documents, key, new(holder, time.GetUtcNow() + options.Lease), time.GetUtcNow(), cancellationToken) is { } lease)
        {
            try
            {
                if (await inbox.WaitingAsync(key, 1, cancellationToken) is [var first])
                {
                    await attempt.GiveUpAsync(lease, first, Why, cancellationToken);
                }
            }
            finally
            {
                if (lease.IsHeld)
                {
                    await lease.ReleaseAsync([], CancellationToken.None);
                }
            }
        }

        await doorbells.PutAsync(key, urgent, TakenDoorbell.Hidden(options), cancellationToken);
    }
}
