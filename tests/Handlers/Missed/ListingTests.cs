using System.Runtime.CompilerServices;
using System.Text;
using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Missed;
using Hotfix.Ports;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Handlers.Missed;

/// <summary>What a listing does when GitHub does not answer, or not well: nothing is listed twice, nothing is forgotten, and no repository keeps the others waiting for ever.</summary>
public sealed class ListingTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repository_that_refuses_is_left_and_the_others_are_listed()
    {
        var changes = new FakeChanges { Wrong = { [2] = new([new RefusedException(404, "GitHub finds nothing.")]) } };
        await using var hotfix = await StartAsync(changes);

        var listing = await RoundAsync(hotfix);

        Assert.Equal((3, 2, 1), (listing!.Repositories, listing.Done, listing.Skipped));
        Assert.NotNull(listing.EndedAt);
        Assert.Contains(hotfix.Log.All, line => line.Contains("What changed in acme/two could not be listed and is left: GitHub finds nothing.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_ends_the_round_and_the_next_goes_on_where_it_ended()
    {
        var changes = new FakeChanges { Wrong = { [2] = new([new PostponedException(At.AddHours(1), "Later.")]) } };
        await using var hotfix = await StartAsync(changes);

        var first = await RoundAsync(hotfix);
        var second = await RoundAsync(hotfix);

        Assert.Equal((1, 0, null), (first!.Done, first.Skipped, first.EndedAt));
        Assert.Equal((3, 0), (second!.Done, second.Skipped));
        Assert.Equal([1, 2, 2, 3], changes.Listed);
        Assert.Equal(At.AddHours(1), changes.From[2]); // what it had told before the limit is not asked for again
    }

    [Fact]
    public async Task One_that_fails_again_and_again_is_left_in_the_end()
    {
        var changes = new FakeChanges { Wrong = { [2] = new(Enumerable.Repeat(new UnavailableException("GitHub failed."), 10)) } };
        await using var hotfix = await StartAsync(changes);
        Listing? listing = null;
        var rounds = 0;

        while (listing is not { EndedAt: not null } && rounds < 20)
        {
            listing = await RoundAsync(hotfix);
            rounds++;
        }

        Assert.Equal((5, 2, 1), (rounds, listing!.Done, listing.Skipped));
    }

    [Fact]
    public async Task Asked_for_again_meanwhile_it_begins_anew_and_covers_both()
    {
        var changes = new FakeChanges { Wrong = { [2] = new([new PostponedException(At.AddHours(1), "Later.")]) } };
        await using var hotfix = await StartAsync(changes);
        await RoundAsync(hotfix);

        await hotfix.Services.GetRequiredService<ListingLedger>().AskAsync(new(At.AddDays(-1), At.AddDays(5)), Cancellation);
        var listing = await RoundAsync(hotfix);

        Assert.Equal((At.AddDays(-1), At.AddDays(5), 3), (listing!.Since, listing.Until, listing.Done));
        Assert.Equal([1, 2, 1, 2, 3], changes.Listed);
    }

    [Fact]
    public async Task An_installation_that_refuses_is_left()
    {
        var changes = new FakeChanges { NoRepositories = new RefusedException(403, "This installation has been suspended.") };
        await using var hotfix = await StartAsync(changes);

        var listing = await RoundAsync(hotfix);

        Assert.Equal(0, listing!.Repositories);
        Assert.NotNull(listing.EndedAt);
    }

    [Fact]
    public async Task While_one_process_lists_another_returns_at_once_and_a_third_goes_on_for_one_that_died()
    {
        var time = new ManualTime(At.AddDays(4));
        var dying = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var changes = new FakeChanges { Held = { [2] = dying.Task } };
        await using var hotfix = await StartAsync(changes, time);
        var processes = Processes(hotfix, 3);

        var first = processes[0].RoundAsync(Cancellation);
        await changes.Holding.WaitAsync(Cancellation);

        Assert.False(await processes[1].RoundAsync(Cancellation));
        Assert.Equal([1, 2], changes.Listed);

        time.Advance(TimeSpan.FromSeconds(30) + WorkOptions.Default.Lease);
        Assert.True(await processes[2].RoundAsync(Cancellation));

        Assert.Equal([1, 2, 2, 3], changes.Listed);
        var listing = await ReadAsync(hotfix);
        Assert.Equal((3, 0), (listing!.Done, listing.Skipped));
        Assert.NotNull(listing.EndedAt);

        dying.SetResult(); // it was only asleep: what it has to say comes too late
        await Assert.ThrowsAsync<LeaseLostException>(() => first);
        Assert.Equal(listing, await ReadAsync(hotfix));
        Assert.Equal([1, 2, 2, 3], changes.Listed);
    }

    [Fact]
    public async Task Of_several_processes_that_ask_at_their_own_times_one_lists_in_each_interval()
    {
        var time = new ManualTime(At.AddDays(4));
        var changes = new FakeChanges { Wrong = { [1] = new(Enumerable.Repeat(new PostponedException(At, "Later."), 100)) } };
        await using var hotfix = await StartAsync(changes, time);
        var processes = Processes(hotfix, 3);

        for (var minute = 0; minute < 50; minute++)
        {
            if (minute % 5 < 3)
            {
                Assert.True(await processes[minute % 5].DoAsync(Cancellation)); // each every five minutes
            }

            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(10, changes.Listed.Count);
    }

    [Fact]
    public async Task Pull_requests_take_as_many_rounds_as_they_need_each_is_read_once_and_what_did_not_change_since_is_not_told()
    {
        var time = new ManualTime(At.AddDays(4));
        var changes = new FakeChanges { Passing = () => time.Advance(TimeSpan.FromSeconds(4)) };
        await using var hotfix = await StartAsync(changes, time);
        var repository = new Repository(1, 2, "acme", "two");

        for (var number = 1; number <= 20; number++)
        {
            await Fixes.StoreAsync(hotfix.Services, new(repository, 10 + number), pull: 100 + number);
            changes.Pulls[100 + number] = number % 5 == 0 ? At.AddHours(1) : At.AddHours(-1);
        }

        changes.Pulls[120] = null; // it is gone
        var read = new List<int>();
        Listing? listing = null;

        while (listing is not { EndedAt: not null } && read.Count < 10)
        {
            listing = await RoundAsync(hotfix);
            read.Add(changes.Read.Count);
        }

        Assert.Equal([8, 16, 20], read);
        Assert.Equal(Enumerable.Range(101, 20), changes.Read);
        Assert.Equal((3, 0, 3), (listing!.Done, listing.Skipped, listing.Events));
        Assert.Equal(["listed-pull-105", "listed-pull-110", "listed-pull-115"], await hotfix.Services.GetRequiredService<DeliveryList>().NewestAsync(Cancellation).Select(delivery => delivery.Head.Id).Order().ToListAsync(Cancellation));
    }

    private static List<ListingChanges> Processes(HotfixTester hotfix, int count) => [.. Enumerable.Range(0, count).Select(_ => ActivatorUtilities.CreateInstance<ListingChanges>(hotfix.Services))];

    private static Task<Listing?> ReadAsync(HotfixTester hotfix) => hotfix.Services.GetRequiredService<ListingLedger>().ReadAsync(Cancellation);

    private static async Task<HotfixTester> StartAsync(FakeChanges changes, TimeProvider? time = null)
    {
        var hotfix = await HotfixTester.StartAsync(time, change: services => services.AddSingleton<IChanges>(changes));
        await hotfix.Services.GetRequiredService<ListingLedger>().AskAsync(new(At, At.AddDays(3)), Cancellation);

        return hotfix;
    }

    private static async Task<Listing?> RoundAsync(HotfixTester hotfix)
    {
        Assert.True(await hotfix.Services.GetRequiredService<ListingChanges>().RoundAsync(Cancellation));

        return await ReadAsync(hotfix);
    }

    /// <summary>Three repositories, in each of which one old issue changed that nobody knows.</summary>
    private sealed class FakeChanges : IChanges
    {
        private readonly TaskCompletionSource holding = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when a list is held.</summary>
        public Task Holding => holding.Task;

        public Dictionary<long, Queue<Exception>> Wrong { get; } = [];

        public Exception? NoRepositories { get; init; }

        /// <summary>Where a repository's list comes to no end before this does.</summary>
        public Dictionary<long, Task> Held { get; init; } = [];

        /// <summary>When the pull requests changed last, by their numbers; null of one that is gone.</summary>
        public Dictionary<int, DateTimeOffset?> Pulls { get; } = [];

        /// <summary>Happens with each pull request that is read.</summary>
        public Action Passing { get; init; } = () => { };

        public List<long> Listed { get; } = [];

        public List<int> Read { get; } = [];

        public Dictionary<long, DateTimeOffset> From { get; } = [];

        public Task<IReadOnlyList<long>> InstallationsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<long>>([1]);

        public async IAsyncEnumerable<Repository> RepositoriesAsync(long installation, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();

            if (NoRepositories is not null)
            {
                throw NoRepositories;
            }

            foreach (var (id, name) in new[] { (1, "one"), (2, "two"), (3, "three") })
            {
                yield return new(installation, id, "acme", name);
            }
        }

        public async IAsyncEnumerable<Change> IssuesAsync(Repository repository, DateTimeOffset from, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            Listed.Add(repository.Id);
            From[repository.Id] = from;

            if (Held.Remove(repository.Id, out var held))
            {
                holding.SetResult();
                await held;
            }

            yield return new($"listed-issue-{repository.Id}-1-1", "issues", 1, At.AddHours(1), false, Encoding.UTF8.GetBytes("{}"));

            if (Wrong.TryGetValue(repository.Id, out var wrong) && wrong.TryDequeue(out var next))
            {
                throw next;
            }
        }

        public IAsyncEnumerable<ChangedComment> CommentsAsync(Repository repository, DateTimeOffset from, CancellationToken cancellationToken) => AsyncEnumerable.Empty<ChangedComment>();

        public Task<Change?> TellAsync(Repository repository, ChangedComment comment, CancellationToken cancellationToken) => Task.FromResult<Change?>(null);

        public Task<Change?> PullAsync(Repository repository, int number, CancellationToken cancellationToken)
        {
            Read.Add(number);
            Passing();
            var payload = $$$"""{"action":"synchronize","number":{{{number}}},"pull_request":{"number":{{{number}}},"state":"open","head":{"ref":"hotfix/{{{number}}}","sha":"abc"},"base":{"ref":"main"},"updated_at":"2026-11-10T13:00:00Z"},"repository":{"id":{{{repository.Id}}},"name":"{{{repository.Name}}}","owner":{"login":"{{{repository.Owner}}}"}},"installation":{"id":{{{repository.Installation}}}},"sender":{"login":"ghost","type":"User"}}""";

            return Task.FromResult(Pulls[number] is { } at ? new Change($"listed-pull-{number}", "pull_request", number, at, false, Encoding.UTF8.GetBytes(payload)) : null);
        }
    }
}
