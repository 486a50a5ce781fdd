using System.Collections.Concurrent;
using Hotfix.Handlers;
using Hotfix.Ports;
using Hotfix.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Tests.Handlers;

/// <summary>Several works beside each other: each at its own pace, and none is kept from its round by what another does.</summary>
public sealed class RoundsTests
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task Each_is_asked_at_its_own_pace_whatever_the_others_do()
    {
        var often = new Work(time, TimeSpan.FromMinutes(1), atStart: true);
        var failing = new Work(time, TimeSpan.FromMinutes(2), atStart: false) { Wrong = new StoreUnavailableException("The store is away.") };
        var broken = new Work(time, TimeSpan.FromMinutes(2), atStart: true) { Wrong = new InvalidOperationException("A fault of ours.") };
        using var rounds = new Rounds([often, failing, broken], new(NullLogger<TimedRound>.Instance), WorkOptions.Default, time);

        await rounds.StartAsync(TestContext.Current.CancellationToken);
        await PassAsync(5, 3);
        await rounds.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0, 1, 2, 3, 4, 5], often.Minutes);
        Assert.Equal([2, 4], failing.Minutes);
        Assert.Equal([0, 2, 4], broken.Minutes);
    }

    [Fact]
    public async Task Where_another_process_is_at_it_it_is_asked_again_as_soon_as_that_may_have_died()
    {
        var taken = new Work(time, TimeSpan.FromMinutes(60), atStart: true) { IsTaken = true };
        using var rounds = new Rounds([taken], new(NullLogger<TimedRound>.Instance), WorkOptions.Default with { Lease = TimeSpan.FromMinutes(2) }, time);

        await rounds.StartAsync(TestContext.Current.CancellationToken);
        await PassAsync(4, 1);
        await rounds.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0, 2, 4], taken.Minutes);
    }

    [Fact]
    public async Task A_limit_is_a_sentence_in_the_log_and_a_fault_of_ours_is_named_with_all_there_is()
    {
        using var log = new LogLines();
        using var factory = LoggerFactory.Create(logs => logs.AddProvider(log));
        var round = new TimedRound(factory.CreateLogger<TimedRound>());
        Exception[] all = [new PostponedException(time.GetUtcNow(), "GitHub asked for a pause."), new UnavailableException("GitHub did not answer."), new InvalidOperationException("A fault of ours.")];

        // As the Functions host's timer asks for all of them
        Assert.All(await Task.WhenAll(all.Select(wrong => round.DoAsync(new Work(time, TimeSpan.FromMinutes(1), atStart: true) { Wrong = wrong }, TestContext.Current.CancellationToken))), Assert.True);

        Assert.Equal(["Warning: Working did not work; it is tried again: GitHub asked for a pause.", "Warning: Working did not work; it is tried again: GitHub did not answer."], log.All.Take(2));
        Assert.StartsWith("Error: Working did not work; it is tried again.\nSystem.InvalidOperationException: A fault of ours.", log.All[2], StringComparison.Ordinal);
    }

    private async Task PassAsync(int minutes, int works)
    {
        await AsleepAsync(works);

        for (var minute = 0; minute < minutes; minute++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await AsleepAsync(works);
        }
    }

    private async Task AsleepAsync(int works)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));

        while (time.Sleeping < works)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class Work(ManualTime time, TimeSpan every, bool atStart) : ITimedWork
    {
        private readonly DateTimeOffset start = time.GetUtcNow();
        private readonly ConcurrentQueue<int> minutes = new();

        public string Name => "Working";

        public TimeSpan Every => every;

        public bool AtStart => atStart;

        public bool IsTaken { get; init; }

        public Exception? Wrong { get; init; }

        public int[] Minutes => [.. minutes];

        public Task<bool> DoAsync(CancellationToken cancellationToken)
        {
            minutes.Enqueue((int)(time.GetUtcNow() - start).TotalMinutes);

            return Wrong is null ? Task.FromResult(!IsTaken) : Task.FromException<bool>(Wrong);
        }
    }
}
