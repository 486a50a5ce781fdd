using Hotfix.Domain.Storefront;
using Hotfix.Ports;

namespace Hotfix.Handlers.Storefront;

/// <summary>Writes to the store: where it is not known what became of one, the item is looked at before it is sent again, and before it is given up.</summary>
internal sealed class StoreWrites(IStorefront store, StorePatience patience, TimeProvider time)
{
    /// <returns>What the write gave; default where it was found done.</returns>
    /// <param name="isDone">Whether the item is as the write would have made it.</param>
    /// <exception cref="UnavailableException">It could not be done, or not be found out.</exception>
    /// <exception cref="RefusedException">The store says no, and the item is not as the write would have made it either.</exception>
    public async Task<T?> SurelyAsync<T>(Func<CancellationToken, Task<T>> write, Func<ItemStatus, bool> isDone, CancellationToken cancellationToken)
    {
        var pause = patience.Pause;

        for (var tried = 1; ; tried++)
        {
            try
            {
                return await write(cancellationToken);
            }
            catch (UnavailableException away) when (Asked(away) <= patience.LongestPause)
            {
                await Task.Delay(Longer(Asked(away), pause), time, cancellationToken);
                pause *= 2;

                if (tried == patience.Tries)
                {
                    if (await IsFoundDoneAsync(isDone, cancellationToken))
                    {
                        return default;
                    }

                    throw;
                }
            }
            catch (RefusedException) when (tried > 1)
            {
                // A try before may have done it: then this one is refused for that, and the store only shows it late.
                if (await IsFoundDoneAsync(isDone, cancellationToken))
                {
                    return default;
                }

                throw;
            }

            if (isDone(await store.StatusAsync(cancellationToken)))
            {
                return default;
            }
        }
    }

    public Task SurelyAsync(Func<CancellationToken, Task> write, Func<ItemStatus, bool> isDone, CancellationToken cancellationToken) => SurelyAsync(
        async cancellation =>
        {
            await write(cancellation);

            return true;
        },
        isDone,
        cancellationToken);

    /// <summary>Looks until it is so, a few times: what was written may take a moment to be shown. The last look is returned, whatever it shows.</summary>
    public async Task<ItemStatus> ShownAsync(Func<ItemStatus, bool> isShown, CancellationToken cancellationToken)
    {
        var status = await store.StatusAsync(cancellationToken);

        for (var looked = 1; looked < patience.Tries && !isShown(status); looked++)
        {
            await Task.Delay(patience.Poll, time, cancellationToken);
            status = await store.StatusAsync(cancellationToken);
        }

        return status;
    }

    /// <summary>Where the store does not let itself be looked at, what it said to the write is what there is to tell.</summary>
    private async Task<bool> IsFoundDoneAsync(Func<ItemStatus, bool> isDone, CancellationToken cancellationToken)
    {
        try
        {
            return isDone(await ShownAsync(isDone, cancellationToken));
        }
        catch (Exception wrong) when (wrong is UnavailableException or RefusedException)
        {
            return false;
        }
    }

    /// <summary>How much longer the store asked not to be asked.</summary>
    private TimeSpan Asked(UnavailableException away) => away.Until is { } until ? until - time.GetUtcNow() : TimeSpan.Zero;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
