using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>Configuration that counts from now on, and the verdict on it. All of it can be done twice. Errors: those of <see cref="IChecks"/> and of the store.</summary>
internal sealed class ConfigEffects(IChecks checks, IDocuments documents, ConfigFiles files, CodeOwnersCache codeOwners, Inbox inbox)
{
    private const int AtATime = 100;

    /// <summary>A push and its pull request both bring a verdict on the same commit; the second takes the first one's place.</summary>
    public async Task<Performed> PublishAsync(PublishCheck publish, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        if (await checks.FindAsync(publish.Repository, publish.Run.Commit, publish.Run.Name, cancellationToken) is { } known)
        {
            // What was said of a commit for one reason is not taken back for another: a hotfix's verdict by a second pull request with the same head.
            if (publish.Run.Conclusion == CheckConclusion.Skipped && known.About != publish.Run.About)
            {
                return new("another check stands", null, hotfix);
            }

            await checks.UpdateAsync(publish.Repository, known.Id, publish.Run with { Annotations = [] }, cancellationToken); // those of the same commit are there already
            return new("check updated", null, hotfix);
        }

        await checks.PublishAsync(publish.Repository, publish.Run, cancellationToken);

        return new("check published", null, hotfix);
    }

    public async Task<Performed> AdoptAsync(AdoptConfig adopt, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await files.AdoptAsync(adopt.Repository, adopt.Text, adopt.Sha, cancellationToken);

        return new("config adopted", null, hotfix);
    }

    /// <summary>Sends each open issue a delivery of its own, so that its clocks are counted in order with whatever else happens to it. A page at a time: the key must not be held for long.</summary>
    public async Task<Performed> RecountAsync(RecountClocks recount, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        var partition = recount.OfAccount ? ConfigRows.Repositories(recount.Repository.Installation) : IssueIndex.Open(recount.Repository.Id);
        var range = recount.After is { } after ? RowRange.Prefix("") with { From = after + ' ' } : RowRange.Prefix("");
        var page = await documents.QueryAsync(partition, range, AtATime, cancellationToken);

        await Task.WhenAll(page.Select(row => recount.OfAccount
            ? SendAsync(StateJson.Read(row.Body, StateJson.Default.Repository), recount, cancellationToken)
            : inbox.ReceiveAsync(Derived.RecountOf(StateJson.Read(row.Body, StateJson.Default.IssueId), recount.Cause), cancellationToken)));

        if (page.Count == AtATime)
        {
            await inbox.ReceiveAsync(Derived.RecountOf(recount.Repository, recount.Cause, recount.OfAccount, page[^1].Row), cancellationToken);
        }

        return new($"{page.Count} told to count their clocks", null, hotfix);
    }

    public async Task<Performed> ForgetAsync(ForgetCodeOwners forget, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await codeOwners.ForgetAsync(forget.Repository, cancellationToken);

        return new("code owners forgotten", null, hotfix);
    }

    public Task ForgetAccountAsync(long installation, CancellationToken cancellationToken) => files.ForgetAccountAsync(installation, cancellationToken);

    /// <summary>Only a repository with a clock running has anything to count.</summary>
    private async Task SendAsync(Repository other, RecountClocks recount, CancellationToken cancellationToken)
    {
        if (other.Id != recount.Repository.Id && (await documents.QueryAsync(IssueIndex.Open(other.Id), RowRange.Prefix(""), 1, cancellationToken)).Count > 0)
        {
            await inbox.ReceiveAsync(Derived.RecountOf(other, recount.Cause, ofAccount: false, after: null), cancellationToken);
        }
    }
}
