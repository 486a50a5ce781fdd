using Hotfix.Handlers;

namespace Hotfix.Tests.Support;

/// <summary>What the app reports of its handlings, so that a test can await one instead of guessing how long it takes.</summary>
internal sealed class Handlings : IHandlingObserver
{
    private readonly Lock gate = new();
    private readonly List<Handled> all = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Handled> All
    {
        get
        {
            lock (gate)
            {
                return [.. all];
            }
        }
    }

    public void OnHandled(Handled handled)
    {
        lock (gate)
        {
            all.Add(handled);
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Completes with the first handling that fits, those of the past included.</summary>
    public async Task<Handled> UntilAsync(Func<Handled, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;

            lock (gate)
            {
                if (all.Find(handled => fits(handled)) is { } found)
                {
                    return found;
                }

                change = changed.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Completes when so many different deliveries are settled.</summary>
    public async Task SettledAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;

            lock (gate)
            {
                if (all.Where(handled => handled.Head.Status != DeliveryStatus.Waiting).DistinctBy(handled => handled.Head.Id).Count() >= count)
                {
                    return;
                }

                change = changed.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }
}
