namespace Hotfix.GitHub.Access;

/// <summary>
/// A value that is asked for once and kept while it is good. Many who want it at the same time share one asking; a failure reaches all of them and is not kept.
/// The asking belongs to nobody: a caller that gives up leaves it running for the others.
/// </summary>
internal sealed class Remembered<T>(Func<Task<T>> ask, Func<T, bool> isGood)
    where T : class
{
    private readonly Lock gate = new();
    private Lazy<Task<T>>? asked;

    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        Lazy<Task<T>> asking;

        lock (gate)
        {
            if (asked is null || IsSpent(asked))
            {
                asked = new(ask);
            }

            asking = asked;
        }

        return asking.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Drops the value for which this holds, if it is still the one that is kept.</summary>
    public void Drop(Func<T, bool> predicate)
    {
        lock (gate)
        {
            if (asked is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } kept } && predicate(kept.Result))
            {
                asked = null;
            }
        }
    }

    private bool IsSpent(Lazy<Task<T>> asking) =>
        asking is { IsValueCreated: true, Value: { IsCompleted: true } done } && !(done.IsCompletedSuccessfully && isGood(done.Result));
}
