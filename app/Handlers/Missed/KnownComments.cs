using System.Text;
using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// Which listed comments need not be told: those that were delivered, so that no command is done twice, and those that nobody would do anything about.
/// <para>Errors: <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal sealed class KnownComments(IDocuments documents, Inbox inbox, IWebhooks webhooks, IssueIndex index)
{
    private const string Event = "issue_comment";

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Our clock and GitHub's, and how long a delivery may take.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(1);

    public async Task<bool> IsNewsAsync(Repository repository, ChangedComment comment, CancellationToken cancellationToken)
    {
        var hotfix = await index.OfRefsAsync(repository.Id, [$"pull/{comment.Number}"], cancellationToken);
        var key = OrderingKeys.OfIssue(repository.Id, hotfix?.Number ?? comment.Number);
        var isOurs = hotfix is not null || MayCommand(comment) || await documents.FindAsync(key, Rows.Hotfix, cancellationToken) is not null;

        return isOurs && !await WasDeliveredAsync(key, comment, cancellationToken);
    }

    private static bool MayCommand(ChangedComment comment) => Encoding.UTF8.GetString(comment.Json.Span).Contains("/hotfix", StringComparison.OrdinalIgnoreCase);

    private async Task<bool> WasDeliveredAsync(string key, ChangedComment comment, CancellationToken cancellationToken)
    {
        await foreach (var row in documents.AllAsync(key, RowRange.Prefix(Rows.Delivery("")), cancellationToken))
        {
            var head = StateJson.Read(row.Body, StateJson.Default.DeliveryHead);

            if (head.Event == Event && head.ReceivedAt >= comment.CreatedAt - Early && await IsAsync(key, head, comment, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsAsync(string key, DeliveryHead head, ChangedComment comment, CancellationToken cancellationToken)
    {
        // What was in it is not kept any more: it is told by when it came.
        if (head.StrippedAt is not null)
        {
            return (head.ReceivedAt - comment.CreatedAt).Duration() < Margin;
        }

        return webhooks.Address(Event, (await inbox.BodyAsync(key, head, cancellationToken)).Span).Event switch
        {
            CommentPosted posted => posted.Comment == comment.Comment,
            PullCommented { Before: null } posted => posted.Comment == comment.Comment,
            _ => false,
        };
    }
}
