using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Keeping;
using Hotfix.Ports;
using Hotfix.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Handlers.Keeping;

/// <summary>The same in a storage account, which goes from partition to partition by its own filter.</summary>
[Collection(Azurite.Clock)]
public sealed class RetentionInAnAccountTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_and_journals_of_every_kind_of_key_go_when_their_time_is()
    {
        var now = DateTimeOffset.UtcNow;
        using var store = Azurite.StoreOf(await azurite.AccountAsync(), TimeProvider.System);
        var (documents, index) = (store.Documents, new DeliveryIndex(store.Documents));
        var inbox = new Inbox(documents, store.Queue("doorbells"), index, new ManualTime(now.AddDays(-400)));

        foreach (var key in new[] { "app", "installation-7", "repository-1", "issue-1-1", "issue-10-1" })
        {
            await inbox.ReceiveAsync(new($"of-{key}", "issues", key, "acme/extension", false, "{}"u8.ToArray()), Token);
            var (head, _) = await inbox.HeadAsync(key, $"of-{key}", Token);
            head = head with { Status = DeliveryStatus.Done };
            var entry = StateJson.Write(new(1, 0, new DropFix(new(new(1, 1, "acme", "extension"), 1)), null, null, null), StateJson.Default.JournalEntry);
            Assert.IsType<BatchOutcome.Written>(await documents.WriteAsync(key, [Handling.Head(head), new Set(Rows.Journal(head, 1, 0), entry), new Delete(Rows.WaitingFor(head), null)], Token));
        }

        var options = WorkOptions.Default;

        // As many rounds as a slow machine needs
        for (var round = 0; round < 20 && await LeftAsync(documents) is not ["retention"]; round++)
        {
            Assert.True(await new Retention(documents, index, new(documents, index, options), new(documents, options), options, TimeProvider.System, NullLogger<Retention>.Instance).DoAsync(Token));
        }

        Assert.Equal(["retention"], await LeftAsync(documents));
    }

    private static async Task<List<string>> LeftAsync(IDocuments documents) => await documents.ScanAsync(DocumentPlace.Start, Token).Select(found => found.Partition).Distinct().ToListAsync(Token);
}
