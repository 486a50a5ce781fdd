using Hotfix.GitHub;
using Hotfix.Ports;

namespace Hotfix.Cli.Triage.Fetching;

/// <summary>
/// Brings the cache up to date: first what changed since the last time, then the pages that were not read yet, the newest issues first, as far as the request goes. After each page the cache knows where it is: whatever
/// stops a fetch, the next one goes on from there.
/// </summary>
internal sealed class Fetch(IssueList list, IssueCache cache, FetchRequest request, IProgress<FetchStep> progress)
{
    /// <summary>A list may lag behind what was written; what is looked at twice is kept once.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);

    private readonly HashSet<string> visited = [];

    private bool IsEnough => cache.Mark is { Next: null } || cache.Count(request.State) >= request.Limit;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (cache.Mark is { } mark)
        {
            await RefreshAsync(mark, cancellationToken);

            if (mark.Next is { } remembered && !IsEnough)
            {
                await ResumeAsync(remembered, cancellationToken);
            }
        }

        while (!IsEnough)
        {
            await ContinueAsync(cache.Mark?.Next ?? list.First(request.Owner, request.Name, request.State, null), cancellationToken);
        }
    }

    /// <summary>Whatever its state: an issue that was closed must leave the open ones. One that the pages have not come to yet is left to them.</summary>
    private async Task RefreshAsync(CacheMark mark, CancellationToken cancellationToken)
    {
        DateTimeOffset? asOf = null;

        for (Uri? address = list.First(request.Owner, request.Name, "all", mark.AsOf); address is not null;)
        {
            var page = await ReadAsync(address, cancellationToken);
            asOf ??= page.Date - Lag;
            address = page.Next;
            cache.Append(
                page.Issues.Where(issue => mark.Next is null || issue.CreatedAt >= mark.Reached).Select(CachedIssue.Of),
                address is null ? mark with { AsOf = asOf.Value } : mark);
            progress.Report(new(cache.Count(request.State), null, null));
        }
    }

    /// <summary>A page that GitHub no longer knows by its old address: then all pages are read anew.</summary>
    private async Task ResumeAsync(Uri remembered, CancellationToken cancellationToken)
    {
        try
        {
            await ContinueAsync(remembered, cancellationToken);
        }
        catch (RefusedException refused) when (refused.Status is 404 or 410 or 422)
        {
            cache.Clear();
        }
    }

    private async Task ContinueAsync(Uri address, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(address, cancellationToken);
        var reached = page.Last?.CreatedAt ?? cache.Mark?.Reached ?? page.Date;
        cache.Append(page.Issues.Select(CachedIssue.Of), new(cache.Mark?.AsOf ?? page.Date - Lag, reached, page.Next));
        progress.Report(new(cache.Count(request.State), Share(page), null));
    }

    private async Task<IssuePage> ReadAsync(Uri address, CancellationToken cancellationToken) => visited.Add(address.AbsoluteUri)
        ? await list.ReadAsync(address, cancellationToken)
        : throw new UnavailableException("GitHub's links from page to page do not end.");

    /// <summary>How much is done, from 0 to 1. Nobody says how many issues there are; but numbers go down to 1.</summary>
    private double Share(IssuePage page) => request.Limit is { } limit
        ? Math.Min(1, (double)cache.Count(request.State) / limit)
        : page is { Next: not null, Last.Number: var number } ? 1 - ((double)number / Math.Max(number, cache.Highest)) : 1;
}

/// <summary>Where a fetch is: issues kept, the share done (0 to 1; null while unknown), and until when GitHub asked for a pause.</summary>
internal readonly record struct FetchStep(int? Issues, double? Share, DateTimeOffset? Pause);
