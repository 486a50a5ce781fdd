using Hotfix.Handlers;

namespace Hotfix.Cli.Demo;

/// <summary>Lets the demo wait for deliveries to be handled, instead of guessing how long that takes.</summary>
internal sealed class DemoHandlings : IHandlingObserver
{
    private readonly Lock gate = new();
    private readonly List<Handled> all = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void OnHandled(Handled handled)
    {
        lock (gate)
        {
            all.Add(handled);
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Completes when this delivery is seen to.</summary>
    public Task<Handled> OfAsync(string delivery, CancellationToken cancellationToken) => UntilAsync(handled => handled.Head.Id == delivery && handled.Head.Status != DeliveryStatus.Waiting, cancellationToken);

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
}
