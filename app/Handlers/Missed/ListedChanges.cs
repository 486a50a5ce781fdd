using System.Globalization;
using System.Runtime.CompilerServices;
using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// What changed in one repository while nobody was there, put into the inbox as if GitHub had told it: issues that were filed since or that we know, the pull requests of open hotfixes, and comments. What is not ours is skipped, and so is what was delivered.
/// <para>Errors: as for <see cref="IChanges"/>, and <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal sealed partial class ListedChanges(IChanges changes, Receiving receiving, IDocuments documents, KnownComments comments, ILogger<ListedChanges> logger)
{
    /// <summary>Goes on with the repository until it is done or <paramref name="isOver"/>: where it is then, or null, and how many events were stored. Each step is told to <paramref name="kept"/>, for who is interrupted.</summary>
    public async Task<ListedRepository?> GoOnAsync(Listing listing, ListedRepository left, Func<bool> isOver, Action<ListedRepository, bool> kept, CancellationToken cancellationToken)
    {
        var step = left;

        if (step.Part == ListedPart.Issues)
        {
            await foreach (var change in changes.IssuesAsync(step.Repository, step.From, listing.Since, cancellationToken))
            {
                var isStored = !change.IsNothing && (change.IsNew || await IsKnownAsync(step.Repository, change.Number, cancellationToken)) && await ReceiveAsync(change, cancellationToken);
                kept(step = step with { From = change.UpdatedAt, HasChanged = step.HasChanged || !change.IsNothing }, isStored);

                if (isOver())
                {
                    return step;
                }
            }

            step = step with { Part = ListedPart.Pulls, From = listing.Since };
        }

        if (step.Part == ListedPart.Pulls)
        {
            await foreach (var (issue, number) in PullsAsync(step.Repository, step.PullsTo, cancellationToken))
            {
                var isStored = await changes.PullAsync(step.Repository, number, cancellationToken) is { } change && change.UpdatedAt >= listing.Since && await ReceiveAsync(change, cancellationToken);
                kept(step = step with { PullsTo = issue, HasChanged = true }, isStored); // what was said on it stands in no list of issues

                if (isOver())
                {
                    return step;
                }
            }

            step = step with { Part = ListedPart.Comments, From = listing.Since };
        }

        // A comment changes its issue, too.
        return step.HasChanged ? await CommentsAsync(listing, step, isOver, kept, cancellationToken) : null;
    }

    private async Task<ListedRepository?> CommentsAsync(Listing listing, ListedRepository step, Func<bool> isOver, Action<ListedRepository, bool> kept, CancellationToken cancellationToken)
    {
        await foreach (var comment in changes.CommentsAsync(step.Repository, step.From, cancellationToken))
        {
            var isWanted = !comment.IsNothing && comment.CreatedAt >= listing.Since && comment.CreatedAt < listing.Until && await comments.IsNewsAsync(step.Repository, comment, cancellationToken);
            var isStored = isWanted && await changes.TellAsync(step.Repository, comment, cancellationToken) is { } change && await ReceiveAsync(change, cancellationToken);
            kept(step = step with { From = comment.UpdatedAt }, isStored);

            if (isOver())
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>An older issue was perhaps only commented on: who filed it before us has not asked for anything.</summary>
    private async Task<bool> IsKnownAsync(Repository repository, int number, CancellationToken cancellationToken) =>
        await documents.FindAsync(OrderingKeys.OfIssue(repository.Id, number), Rows.Hotfix, cancellationToken) is not null;

    /// <summary>The pull requests of the hotfixes whose gates are judged, by their issues, from behind one on.</summary>
    private async IAsyncEnumerable<(int Issue, int Pull)> PullsAsync(Repository repository, int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in documents.AllAsync(IssueIndex.Gates(repository.Id), cancellationToken))
        {
            var issue = int.Parse(row.Row, CultureInfo.InvariantCulture);
            var key = OrderingKeys.OfIssue(repository.Id, issue);

            if (issue > after && await documents.FindAsync(key, Rows.Hotfix, cancellationToken) is { } found && StateJson.Read(found.Body, StateJson.Default.Hotfix).Fix?.Pull is { Number: var number })
            {
                yield return (issue, number);
            }
        }
    }

    private async Task<bool> ReceiveAsync(Change change, CancellationToken cancellationToken)
    {
        try
        {
            return await receiving.ReceiveAsync(change.Id, change.Event, change.Payload, cancellationToken) == Received.Stored;
        }
        catch (FormatException wrong)
        {
            Log.Unreadable(logger, change.Id, wrong.Message); // it reads no better the next time

            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "What GitHub listed as {Id} cannot be read and is left: {Why}")]
        public static partial void Unreadable(ILogger logger, string id, string why);
    }
}
