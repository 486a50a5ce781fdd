using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>What became of a genuine delivery.</summary>
internal enum Received
{
    Stored,

    /// <summary>It was in the inbox already.</summary>
    Known,

    /// <summary>Of no use to anybody, and not stored.</summary>
    Useless,
}

/// <summary>
/// Puts what GitHub has to tell into the inbox, under the key of what it belongs with: what is sent to us, and what we missed and fetched, go the same way.
/// <para>Of pushes, pull requests and checks only those that are of use are stored, because a busy repository sends thousands that are not; whatever happens to an issue is stored, and so is
/// what happens to branch, tag and pull request of a hotfix: it belongs with the hotfix's issue, and one read of the store tells.</para>
/// <para>Errors: <see cref="FormatException"/> with one sentence when the body is no webhook; <see cref="StoreUnavailableException"/>: nothing was promised.</para>
/// </summary>
internal sealed class Receiving(IWebhooks webhooks, Router router, IssueIndex index, Inbox inbox)
{
    public bool IsOurs(string name) => webhooks.IsOurs(name);

    public async Task<Received> ReceiveAsync(string id, string name, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var address = webhooks.Address(name, body.Span);
        var hotfix = address.About.Count > 0 ? await index.OfRefsAsync(address.RepositoryId, address.About, cancellationToken) : null;

        if (address.IsNoise && hotfix is null)
        {
            return Received.Useless;
        }

        var key = hotfix is null ? address.Key : OrderingKeys.OfIssue(hotfix.Repository.Id, hotfix.Number);

        return await inbox.ReceiveAsync(new(id, name, key, address.Repository, IsUrgent(address.Event), body), cancellationToken) ? Received.Stored : Received.Known;
    }

    /// <summary>Only the order depends on it: whatever goes wrong in reading a stranger's text, the delivery must get to the disk.</summary>
    private bool IsUrgent(GitHubEvent? happened)
    {
        try
        {
            return router.IsUrgent(happened);
        }
#pragma warning disable CA1031 // see the summary; the same text fails again when it is handled, and is logged there
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
