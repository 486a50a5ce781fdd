using System.Globalization;
using System.Runtime.CompilerServices;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Issues;

/// <summary>Something that is due.</summary>
internal sealed record DueItem(IssueId Issue, Severity Severity, DeadlineKind Kind, DateTimeOffset Due, string? Owner);

/// <summary>What is due before a time, the earliest first. The rows of the index only point: what counts is the aggregate, read for each. Errors: <see cref="StoreUnavailableException"/>.</summary>
internal sealed class DueList(IDocuments documents, TimeProvider now)
{
    /// <summary>Nothing that is written now is due that long ago.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(60);

    public async IAsyncEnumerable<DueItem> BeforeAsync(DateTimeOffset time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var hour in documents.AllAsync(IssueIndex.Hours, cancellationToken))
        {
            if (string.CompareOrdinal(hour.Row, IssueIndex.Hour(time)) > 0)
            {
                yield break;
            }

            var isEmpty = true;

            await foreach (var row in documents.AllAsync(IssueIndex.DueIn(hour.Row), cancellationToken))
            {
                var item = await FindAsync(row.Row, cancellationToken);
                isEmpty &= item is null;

                if (item?.Due < time)
                {
                    yield return item;
                }
            }

            if (isEmpty && string.CompareOrdinal(hour.Row, IssueIndex.Hour(now.GetUtcNow() - Past)) < 0)
            {
                await documents.WriteAsync(IssueIndex.Hours, [new DocumentWrite.Delete(hour.Row, hour.ETag)], cancellationToken); // who comes next need not look there
            }
        }
    }

    /// <summary>Null when the row is of the past: met, moved, or gone.</summary>
    private async Task<DueItem?> FindAsync(string row, CancellationToken cancellationToken)
    {
        if (row.Split('-') is not [var ticks, var kind, var repository, var number])
        {
            return null;
        }

        var key = OrderingKeys.OfIssue(long.Parse(repository, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture));
        var found = await documents.FindAsync(key, Rows.Hotfix, cancellationToken);
        var hotfix = found is null ? null : StateJson.Read(found.Body, StateJson.Default.Hotfix);
        var deadline = hotfix?.State.IsOpen() == true ? hotfix.Deadlines.FirstOrDefault(known => $"{known.Kind}" == kind && known is { MetAt: null, Due: { } due } && due.UtcTicks == long.Parse(ticks, CultureInfo.InvariantCulture)) : null;

        return deadline is null ? null : new(hotfix!.Issue, hotfix.Assessment!.Severity!.Value, deadline.Kind, deadline.Due!.Value, hotfix.Owner?.Login);
    }
}
