using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Issues;

/// <summary>What was done to an issue, as its deliveries recorded it; the oldest first. Errors: <see cref="StoreUnavailableException"/>.</summary>
internal sealed class Journal(IDocuments documents)
{
    /// <summary>Of the newest, so many are looked at: a comment could not hold more.</summary>
    private const int Most = 2000;

    public async Task<Values<Deed>> ReadAsync(IssueId issue, CancellationToken cancellationToken)
    {
        var deeds = new Queue<Deed>();

        await foreach (var row in documents.AllAsync(OrderingKeys.OfIssue(issue.Repository.Id, issue.Number), Rows.AllJournal, cancellationToken))
        {
            if (StateJson.Read(row.Body, StateJson.Default.JournalEntry) is { DoneAt: { } at } entry)
            {
                deeds.Enqueue(new(Rows.DeliveryOfJournal(row.Row), at, entry.Effect, entry.Outcome, entry.Inverse));
            }

            if (deeds.Count > Most)
            {
                deeds.Dequeue();
            }
        }

        return [.. deeds];
    }
}
