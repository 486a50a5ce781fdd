using System.Runtime.CompilerServices;
using System.Text;
using Hotfix.Domain;
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

    private static async Task<HotfixTester> StartAsync(FakeChanges changes)
    {
        var hotfix = await HotfixTester.StartAsync(change: services => services.AddSingleton<IChanges>(changes));
        await hotfix.Services.GetRequiredService<ListingLedger>().AskAsync(new(At, At.AddDays(3)), Cancellation);

        return hotfix;
    }

    private static async Task<Listing?> RoundAsync(HotfixTester hotfix)
    {
        Assert.True(await hotfix.Services.GetRequiredService<ListingChanges>().RoundAsync(Cancellation));

        return await hotfix.Services.GetRequiredService<ListingLedger>().ReadAsync(Cancellation);
    }

    /// <summary>Three repositories, in each of which one old issue changed that nobody knows.</summary>
    private sealed class FakeChanges : IChanges
    {
        public Dictionary<long, Queue<Exception>> Wrong { get; } = [];

        public Exception? NoRepositories { get; init; }

        public List<long> Listed { get; } = [];

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

            yield return new($"listed-issue-{repository.Id}-1-1", "issues", 1, At.AddHours(1), false, Encoding.UTF8.GetBytes("{}"));

            if (Wrong.TryGetValue(repository.Id, out var wrong) && wrong.TryDequeue(out var next))
            {
                throw next;
            }
        }

        public IAsyncEnumerable<ChangedComment> CommentsAsync(Repository repository, DateTimeOffset from, CancellationToken cancellationToken) => AsyncEnumerable.Empty<ChangedComment>();

        public Task<Change?> TellAsync(Repository repository, ChangedComment comment, CancellationToken cancellationToken) => Task.FromResult<Change?>(null);

        public Task<Change?> PullAsync(Repository repository, int number, CancellationToken cancellationToken) => Task.FromResult<Change?>(null);
    }
}
