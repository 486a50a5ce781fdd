using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Handlers;

/// <summary>What counts as somebody's load: each open issue once, whatever is done twice, and never more than there is room for.</summary>
public sealed class RosterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-roster-");
    private readonly SqliteStore store;
    private readonly Roster roster;

    public RosterTests()
    {
        store = SqliteStore.Open(Path.Combine(folder.FullName, "hotfix.db"), TimeProvider.System);
        roster = new(store.Documents);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_claimed_or_released_twice_counts_once()
    {
        Assert.True(await roster.ClaimAsync(Issue(1), "Alice", 2, Token));
        Assert.True(await roster.ClaimAsync(Issue(1), "alice", 1, Token));
        Assert.True(await roster.ClaimAsync(Issue(2), "alice", 2, Token));
        Assert.Equal(2, (await roster.LoadAsync(7, Token))["ALICE"]);
        Assert.Equal("alice", await roster.HolderAsync(Issue(2), ["bob", "alice"], Token));

        await roster.ReleaseAsync(Issue(1), "alice", Token);
        await roster.ReleaseAsync(Issue(1), "alice", Token);
        Assert.Equal(1, (await roster.LoadAsync(7, Token))["alice"]);

        await roster.ReleaseAsync(Issue(2), "alice", Token);
        Assert.Empty(await roster.LoadAsync(7, Token));
        Assert.Null(await roster.HolderAsync(Issue(2), ["bob", "alice"], Token));
    }

    [Fact]
    public async Task The_last_place_is_given_to_one_of_many_who_ask_at_once()
    {
        var given = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => roster.ClaimAsync(Issue(number), "alice", 3, Token)));

        Assert.Equal(3, given.Count(isGiven => isGiven));
        Assert.Equal(3, (await roster.LoadAsync(7, Token))["alice"]);
    }

    private static IssueId Issue(int number) => new(new(7, 1, "acme", "extension"), number);
}
