using System.Collections.Concurrent;
using Hotfix.Storage.Azure;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Tests.Support;

/// <summary>
/// The host's listener on the queues that the <c>function.json</c> files name: a message is hidden for ten minutes while its function runs, deleted when that went well, else back at once
/// (the host's <c>visibilityTimeout</c> is a setting, and none here); taken five times it goes to the poison queue.
/// </summary>
internal sealed class FunctionsQueues : IDisposable
{
    private const int MaxTakes = 5;

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<(string Function, bool Went)> invocations = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient http = StorageHttp.Create(isEmulator: true);
    private readonly FunctionsCalls calls;
    private readonly Dictionary<string, (string Name, QueueOfMessages Queue, QueueOfMessages Poison)> listeners;

    public FunctionsQueues(AzureAddress account, FunctionsCalls calls)
    {
        this.calls = calls;
        var storage = new StorageCalls(new StorageWire(http, new QueueKey((AzureCredential.Key)account.Credential), AzureOptions.Default.Timeout, TimeProvider.System), AzureOptions.Default, TimeProvider.System, Random.Shared, NullLogger.Instance);
        listeners = FunctionsFolder.Functions().Where(one => $"{one.Value["type"]}" == "queueTrigger").ToDictionary(
            one => one.Key,
            one => ($"{one.Value["queueName"]}", new QueueOfMessages(account.Queues, $"{one.Value["queueName"]}", storage), new QueueOfMessages(account.Queues, $"{one.Value["queueName"]}-poison", storage)));
    }

    /// <summary>Each invocation so far, and whether it went well.</summary>
    public IReadOnlyList<(string Function, bool Went)> Invocations => [.. invocations];

    /// <summary>While this is set, functions are not reached: as if the program died each time.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Completes when there is such an invocation, those of the past included.</summary>
    public async Task UntilAsync(Predicate<(string Function, bool Went)> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Volatile.Read(ref changed).Task;

            if (invocations.Any(invocation => fits(invocation)))
            {
                return;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Until nobody wants it any more.</summary>
    public async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every);

        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                await Task.WhenAll(listeners.Keys.Select(function => EmptyAsync(function, stopping)));
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    public void Dispose() => http.Dispose();

    private async Task EmptyAsync(string function, CancellationToken cancellationToken)
    {
        var (name, queue, poison) = listeners[function];

        while (await queue.TakeAsync(Hidden, cancellationToken) is { } message)
        {
            // What the host hands over is the decoded text, with what we laid down beside ours.
            var stored = message.Due is { } due ? $"{due.ToUnixTimeMilliseconds()} {message.Text}" : message.Text;
            var isBroken = IsBroken && !name.EndsWith("-poison", StringComparison.Ordinal);
            var went = !isBroken && await calls.QueueAsync(function, stored, message.Takes, cancellationToken);
            invocations.Enqueue((function, went));
            Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

            if (!went && message.Takes < MaxTakes)
            {
                await queue.HideAsync(message.Id, message.Receipt, message.Text, message.Due ?? DateTimeOffset.UnixEpoch, TimeSpan.Zero, cancellationToken);
                continue;
            }

            if (!went)
            {
                await poison.PutAsync(message.Text, message.Due ?? DateTimeOffset.UnixEpoch, TimeSpan.Zero, cancellationToken);
            }

            await queue.DeleteAsync(message.Id, message.Receipt, cancellationToken);
        }
    }
}
