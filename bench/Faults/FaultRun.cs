using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Hotfix.Bench.Support;
using Hotfix.Handlers;
using Hotfix.Sandbox;

namespace Hotfix.Bench.Faults;

/// <summary>One run of a scenario: a GitHub with issues that were just filed, a store, and the program as processes of its own.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int Side = 16;
    private const int Seed = 20261121;

    /// <summary>How long GitHub waits for an answer. Source: GitHub docs, "Best practices for using webhooks".</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    private readonly List<HotfixProcess> processes = [];
    private readonly ConcurrentDictionary<string, bool> acknowledged = new();
    private readonly TaskCompletionSource missed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource limit = new();

    private FaultRun(SandboxGitHub github, FaultStore store, FaultScale scale)
    {
        (GitHub, Store, Scale) = (github, store, scale);
        limit.CancelAfter(scale.Limit);
        var repository = github.AddRepository("acme", "extension");
        Filed = [.. Enumerable.Range(1, scale.Deliveries).Select(number => repository.File($"The extension crashes for all users ({number})", "Every time."))];
        var sent = Filed.SelectMany((one, at) => Enumerable.Repeat(one.Delivery, at % 10 == 0 ? 2 : 1)).ToArray();
        new Random(Seed).Shuffle(sent);
        Deliveries = sent;
    }

    public SandboxGitHub GitHub { get; }

    public FaultStore Store { get; }

    public FaultScale Scale { get; }

    public IReadOnlyList<(SandboxIssue Issue, SandboxDelivery Delivery)> Filed { get; }

    /// <summary>A tenth of them twice, in an order of chance that is the same each time.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries { get; }

    public int Acknowledged => acknowledged.Count;

    /// <summary>How often a process was stopped while it had work.</summary>
    public int Struck { get; private set; }

    public CancellationToken Cancellation => limit.Token;

    /// <summary>The process that hears GitHub.</summary>
    public HotfixProcess Server => processes[^1];

    public static async Task<FaultRun> OpenAsync(FaultStore store, FaultScale scale, CancellationToken cancellationToken) =>
        new(await SandboxGitHub.StartAsync(new() { Seed = Seed }, cancellationToken), store, scale);

    /// <summary>Starts the program; from now on GitHub tells this process. It looks for missed deliveries at its start, and every minute.</summary>
    /// <param name="tries">How often a delivery is tried before it is kept as failed.</param>
    /// <param name="lease">How many seconds an issue stays with a holder that is not heard of any more.</param>
    public async Task<HotfixProcess> ServeAsync(int tries = 8, int lease = 2)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOTFIX_SWEEP"] = "1", // a sweep that a slow store interrupts is made again
            ["HOTFIX_TRIES"] = tries.ToString(CultureInfo.InvariantCulture),
            ["HOTFIX_LEASE_SECONDS"] = lease.ToString(CultureInfo.InvariantCulture),
        };
        processes.Add(await HotfixProcess.StartAsync(GitHub, Store.Address, environment, Cancellation));

        return Server;
    }

    public Task SendAllAsync() => SendAsync(Deliveries);

    /// <summary>GitHub sends these, many side by side and none again; one that is not answered in time, or by nobody, is not acknowledged.</summary>
    /// <param name="to">Instead of the process that was started last.</param>
    public Task SendAsync(IEnumerable<SandboxDelivery> deliveries, HotfixProcess? to = null) => Parallel.ForEachAsync(
        deliveries,
        new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = Cancellation },
        async (delivery, cancellationToken) =>
        {
            if (await SendAsync(delivery, (to ?? Server).Hook, cancellationToken))
            {
                acknowledged[delivery.Id] = true;
            }
            else
            {
                missed.TrySetResult();
            }
        });

    /// <summary>A process was stopped just now.</summary>
    public void Strike() => Struck += GitHub.State.CommentCount < Acknowledged ? 1 : 0;

    /// <summary>Completes when GitHub has so many comments.</summary>
    public Task CommentedAsync(int count) => GitHub.WaitUntilAsync(state => state.CommentCount >= count, Cancellation);

    /// <summary>Completes when what is away was away for long enough, and a delivery was not taken for it.</summary>
    public Task AwayAsync() => Task.WhenAll(missed.Task.WaitAsync(Cancellation), Task.Delay(Scale.Away, Cancellation));

    /// <summary>Completes when no doorbell is left and each delivery is done or kept as failed.</summary>
    public async Task SettledAsync()
    {
        using var store = Store.Open();
        using var timer = new PeriodicTimer(Often);

        do
        {
            if (await FaultInbox.DoorbellsAsync(store, Cancellation) == 0
                && await FaultInbox.ReadAsync(store, Cancellation) is var inbox
                && Filed.All(one => inbox.GetValueOrDefault(one.Delivery.Id, DeliveryStatus.Waiting) != DeliveryStatus.Waiting))
            {
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        await GitHub.DisposeAsync();
        limit.Dispose();
    }

    private async Task<bool> SendAsync(SandboxDelivery delivery, Uri hook, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);

        try
        {
            return await GitHub.SendAsync(delivery, hook, patience.Token) == HttpStatusCode.Accepted;
        }
        catch (Exception wrong) when (wrong is HttpRequestException || (wrong is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false; // as GitHub records it
        }
    }
}
