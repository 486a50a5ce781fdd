using System.Globalization;
using Hotfix.Configuration;
using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;
using Hotfix.Triage;

namespace Hotfix.Handlers.Facts;

/// <summary>
/// Goes through the issues of the last 90 days, newest first, and tries both processes on them: those of the repository, or where the file is the account's, of every repository that has none of its own.
/// Reads the store only, and at most so many issues and repositories, so that a large account costs seconds.
/// </summary>
internal sealed class RehearsalReader(IDocuments documents, ConfigFiles configs, TimeProvider time)
{
    private const int Most = 5000;
    private const int MostRepositories = 200;
    private const int AtATime = 16;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(90);

    public async Task<Rehearsed> ReadAsync(Repository repository, TeamProcess before, TeamProcess after, CancellationToken cancellationToken)
    {
        var rehearsal = new Rehearsal(before, after);
        var repositories = repository.Name == ConfigRows.AccountRepository ? await OfAccountAsync(repository, cancellationToken) : [repository];
        var left = Most;

        foreach (var one in repositories.Take(MostRepositories))
        {
            left = await AddAsync(rehearsal, one, one.Id == repository.Id ? "" : $"{one}", left, cancellationToken);
        }

        return rehearsal.End(left > 0 && repositories.Count <= MostRepositories);
    }

    private async Task<IReadOnlyList<Repository>> OfAccountAsync(Repository repository, CancellationToken cancellationToken)
    {
        List<Repository> found = [repository];

        await foreach (var row in documents.AllAsync(ConfigRows.Repositories(repository.Installation), cancellationToken))
        {
            var other = StateJson.Read(row.Body, StateJson.Default.Repository);

            if (other.Id != repository.Id && (await configs.KnownAsync(other, cancellationToken))?.Text is null)
            {
                found.Add(other);
            }

            if (found.Count > MostRepositories)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Adds a repository's issues, and gives how many more may be added.</summary>
    private async Task<int> AddAsync(Rehearsal rehearsal, Repository repository, string shown, int left, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Reach;

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
                        rehearsal.Add($"{shown}#{hotfix.Issue.Number}", report with { Replies = hotfix.Replies }, hotfix.SeverityByHand);
                    }
                }
            }

            left -= rows.Count;
        }

        return left;
    }

    private async Task<(Domain.Hotfix? Hotfix, Report? Report)> FindAsync(Repository repository, string row, CancellationToken cancellationToken)
    {
        var key = OrderingKeys.OfIssue(repository.Id, int.Parse(row, CultureInfo.InvariantCulture));
        var hotfix = await documents.FindAsync(key, Rows.Hotfix, cancellationToken);
        var report = await documents.FindAsync(key, Rows.Report, cancellationToken);

        return (hotfix is null ? null : StateJson.Read(hotfix.Body, StateJson.Default.Hotfix), report is null ? null : StateJson.Read(report.Body, StateJson.Default.Report));
    }
}
