using Hotfix.Handlers;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Handlers;

/// <summary>Who is stopped must know what it holds: a lease that is on the disk and in nobody's hands keeps the key from whoever comes next.</summary>
public sealed class LeaseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-lease-");
    private readonly SqliteStore store;

    public LeaseTests() => store = SqliteStore.Open(Path.Combine(folder.FullName, "hotfix.db"), TimeProvider.System);

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Whoever_is_stopped_while_the_lease_is_being_written_has_it_in_hand()
    {
        using var stopping = new CancellationTokenSource();
        var documents = new HeldDocuments(store.Documents);
        var now = DateTimeOffset.UtcNow;
        var taking = Lease.TakeAsync(documents, "app", new("me", now.AddMinutes(1)), now, stopping.Token);

        await documents.Asked;
        await stopping.CancelAsync();
        documents.Release();
        var lease = await taking;

        Assert.True(lease!.IsHeld);
        await lease.ReleaseAsync([], CancellationToken.None);
    }
}
