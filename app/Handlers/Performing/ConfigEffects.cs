using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>Configuration that counts from now on, and the verdict on it. All of it can be done twice. Errors: those of <see cref="IChecks"/> and of the store.</summary>
internal sealed class ConfigEffects(IChecks checks, IDocuments documents, ConfigFiles files, CodeOwnersCache codeOwners, Inbox inbox)
{
    private const int AtATime = 16;

    /// <summary>A push and its pull request both bring a verdict on the same commit; the second takes the first one's place.</summary>
    public async Task<Performed> PublishAsync(PublishCheck publish, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        if (await checks.FindAsync(publish.Repository, publish.Run.Commit, publish.Run.Name, cancellationToken) is { } known)
        {
            await checks.UpdateAsync(publish.Repository, known, publish.Run with { Annotations = [] }, cancellationToken); // those of the same commit are there already
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

    /// <summary>Sends each open issue a delivery of its own, so that the clocks are counted in order with whatever else happens to it.</summary>
    public async Task<Performed> RecountAsync(RecountClocks recount, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        var sent = 0;

        await foreach (var chunk in documents.AllAsync(IssueIndex.Open(recount.Repository.Id), cancellationToken).Chunk(AtATime).WithCancellation(cancellationToken))
        {
            await Task.WhenAll(chunk.Select(row => inbox.ReceiveAsync(Derived.RecountOf(StateJson.Read(row.Body, StateJson.Default.IssueId), recount.Cause), cancellationToken)));
            sent += chunk.Length;
        }

        if (recount.OfOwner)
        {
            await RecountOthersAsync(recount, cancellationToken);
        }

        return new($"{sent} clocks to count", null, hotfix);
    }

    public async Task<Performed> ForgetAsync(ForgetCodeOwners forget, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await codeOwners.ForgetAsync(forget.Repository, cancellationToken);

        return new("code owners forgotten", null, hotfix);
    }

    public Task ForgetAccountAsync(long installation, CancellationToken cancellationToken) => files.ForgetAccountAsync(installation, cancellationToken);

    /// <summary>The other repositories of the account that were ever heard of and have a clock running.</summary>
    private async Task RecountOthersAsync(RecountClocks recount, CancellationToken cancellationToken)
    {
        await foreach (var row in documents.AllAsync(ConfigRows.Repositories(recount.Repository.Installation), cancellationToken))
        {
            var other = StateJson.Read(row.Body, StateJson.Default.Repository);

            if (other.Id != recount.Repository.Id && (await documents.QueryAsync(IssueIndex.Open(other.Id), RowRange.Prefix(""), 1, cancellationToken)).Count > 0)
            {
                await inbox.ReceiveAsync(Derived.RecountOf(other, recount.Cause), cancellationToken);
            }
        }
    }
}
