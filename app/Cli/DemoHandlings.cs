using System.Collections.Concurrent;
using Hotfix.Handlers;

namespace Hotfix.Cli;

/// <summary>Lets the demo wait for a delivery to be handled, instead of guessing how long that takes.</summary>
internal sealed class DemoHandlings : IHandlingObserver
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Handled>> handlings = new(StringComparer.Ordinal);

    public void OnHandled(Handled handled)
    {
        if (handled.Head.Status != DeliveryStatus.Waiting)
        {
            Of(handled.Head.Id).TrySetResult(handled);
        }
    }

    public Task<Handled> OfAsync(string delivery, CancellationToken cancellationToken) => Of(delivery).Task.WaitAsync(cancellationToken);

    private TaskCompletionSource<Handled> Of(string delivery) => handlings.GetOrAdd(delivery, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
