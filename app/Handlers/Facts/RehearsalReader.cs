using System.Globalization;
using Hotfix.Configuration;
using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;
using Hotfix.Triage;

namespace Hotfix.Handlers.Facts;

/// <summary>Goes through the issues a repository had in the last 90 days, newest first, and tries both processes on them. Reads the store only; at most so many issues, so that a large repository costs seconds.</summary>
internal sealed class RehearsalReader(IDocuments documents, TimeProvider time)
{
    private const int Most = 5000;
    private const int AtATime = 16;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(90);

    public async Task<Rehearsed> ReadAsync(Repository repository, TeamProcess before, TeamProcess after, CancellationToken cancellationToken)
    {
        var rehearsal = new Rehearsal(before, after);
        var since = time.GetUtcNow() - Reach;
        var left = Most;

        for (var month = time.GetUtcNow(); left > 0 && string.CompareOrdinal(IssueIndex.Month(repository.Id, month), IssueIndex.Month(repository.Id, since)) >= 0; month = month.AddMonths(-1))
        {
            // Numbers grow with time: of a month with too many the newest are wanted, which are its last.
            var rows = await documents.AllAsync(IssueIndex.Month(repository.Id, month), cancellationToken).Select(row => row.Row).ToListAsync(cancellationToken);

            foreach (var chunk in rows.AsEnumerable().Reverse().Take(left).Chunk(AtATime))
            {
                foreach (var (hotfix, report) in await Task.WhenAll(chunk.Select(row => FindAsync(repository, row, cancellationToken))))
                {
                    if (hotfix is { State: not HotfixState.Deleted } && report is not null && hotfix.OpenedAt >= since)
                    {
                        rehearsal.Add(hotfix.Issue.Number, report with { Replies = hotfix.Replies }, hotfix.SeverityByLabel);
                    }
                }
            }

            left -= rows.Count;
        }

        return rehearsal.End(left > 0);
    }

    private async Task<(Domain.Hotfix? Hotfix, Report? Report)> FindAsync(Repository repository, string row, CancellationToken cancellationToken)
    {
        var key = OrderingKeys.OfIssue(repository.Id, int.Parse(row, CultureInfo.InvariantCulture));
        var hotfix = await documents.FindAsync(key, Rows.Hotfix, cancellationToken);
        var report = await documents.FindAsync(key, Rows.Report, cancellationToken);

        return (hotfix is null ? null : StateJson.Read(hotfix.Body, StateJson.Default.Hotfix), report is null ? null : StateJson.Read(report.Body, StateJson.Default.Report));
    }
}
