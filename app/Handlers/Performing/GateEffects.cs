using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>
/// What a gate says and does. All of it can be done twice; what GitHub will not have done keeps the gate as it is, and says so.
/// Errors: those of <see cref="IChecks"/>, <see cref="IEvidence"/>, <see cref="IIssues"/> and of the store.
/// </summary>
internal sealed class GateEffects(IChecks checks, IEvidence evidence, IIssues issues, FreezeLedger freezes, IDocuments documents, Inbox inbox, TimeProvider time)
{
    /// <summary>A verdict that is older than this when it can be given at last is not believed any more.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private const int AtATime = 100;

    public async Task<Performed> AskAsync(AskVerdict ask, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await inbox.ReceiveAsync(Derived.VerdictOf(ask.Issue, ask.At), cancellationToken);

        return new("asked for", null, hotfix);
    }

    private async Task<Performed?> StaleAsync(IssueId issue, DateTimeOffset readAt, Domain.Hotfix hotfix, bool look, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();

        if (!look || now - readAt < Fresh)
        {
            return null;
        }

        await inbox.ReceiveAsync(Derived.VerdictOf(issue, now), cancellationToken);
        var gate = hotfix.Gate ?? new();

        return new("too old, judged again", null, hotfix with { Gate = gate with { Head = null, Run = 0, IsGreen = false, MergeAsked = null, IsTold = hotfix.Answers.Any(answer => answer.Question == "ready") } }, "What it was judged by is too old by now.");
    }

    /// <summary>A new commit gets a new run, and so does a commit with other remarks on its lines: GitHub takes none away. Everything else is written into the run that is there.</summary>
    public async Task<Performed> PublishAsync(PublishVerdict publish, Domain.Hotfix hotfix, bool look, CancellationToken cancellationToken)
    {
        if (await StaleAsync(publish.Issue, publish.ReadAt, hotfix, look, cancellationToken) is { } stale)
        {
            return stale;
        }

        var (repository, run) = (publish.Issue.Repository, publish.Run);
        var known = publish.Known ?? (look ? (await checks.FindAsync(repository, run.Commit, run.Name, cancellationToken))?.Id : null);

        // Remarks that it has already would be there twice.
        if (known is { } id)
        {
            await checks.UpdateAsync(repository, id, run with { Annotations = [] }, cancellationToken);
        }

        var number = known ?? await checks.PublishAsync(repository, run, cancellationToken);
        var gate = (hotfix.Gate ?? new()) with { Run = number, Digest = publish.Digest, Notes = publish.Notes, Title = run.Title };

        return new(run.Title, null, hotfix with { Gate = gate });
    }

    public async Task<Performed> MakeReadyAsync(MakeReady ready, Domain.Hotfix hotfix, CancellationToken cancellationToken)
    {
        try
        {
            await evidence.MakeReadyAsync(ready.Issue.Repository, ready.Node, cancellationToken);
        }
        catch (RefusedException refused)
        {
            return new(refused.Message, null, hotfix);
        }

        var pull = hotfix.Fix?.Pull is { State: PullState.Draft } draft ? draft with { State = PullState.Open } : hotfix.Fix?.Pull;

        return new("ready for review", null, hotfix.Fix is { } fix ? hotfix with { Fix = fix with { Pull = pull } } : hotfix);
    }

    public async Task<Performed> MergeLaterAsync(MergeLater merge, Domain.Hotfix hotfix, bool look, CancellationToken cancellationToken)
    {
        if (await StaleAsync(merge.Issue, merge.ReadAt, hotfix, look, cancellationToken) is { } stale)
        {
            return stale;
        }

        try
        {
            await evidence.MergeLaterAsync(merge.Issue.Repository, merge.Node, merge.Head, merge.Method, cancellationToken);
        }
        catch (RefusedException refused)
        {
            return new(refused.Message, null, hotfix with { Gate = (hotfix.Gate ?? new()) with { MergeRefused = refused.Message } });
        }

        return new("merged by itself when it can be", null, hotfix);
    }

    /// <summary>The marker names the override, so that there is one issue for it.</summary>
    public async Task<Performed> FollowUpAsync(OpenFollowUp open, Domain.Hotfix hotfix, bool look, CancellationToken cancellationToken)
    {
        var (repository, given) = (open.Issue.Repository, open.Override);
        var marker = $"<!-- hotfix:follow-up {open.Issue.Number} {given.Item} {given.Head} {given.At.UtcTicks} -->";
        int number;

        try
        {
            number = (look ? await issues.FindOpenedAsync(repository, marker, given.At.AddMinutes(-5), cancellationToken) : null)
                ?? await issues.OpenIssueAsync(repository, open.Title, $"{marker}\n{open.Body}", cancellationToken);
        }
        catch (RefusedException refused)
        {
            return new("refused", null, hotfix, Commands.Replies.GitHubRefused(refused.Message));
        }

        var gate = hotfix.Gate ?? new();

        return new(
            $"issue #{number}",
            new SettleFollowUp(open.Issue, number, false),
            hotfix with { Gate = gate with { Overrides = [.. gate.Overrides.Select(known => known == given ? known with { FollowUp = number } : known)] } });
    }

    public async Task<Performed> SettleAsync(SettleFollowUp settle, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        var issue = settle.Issue with { Number = settle.Number };

        try
        {
            await (settle.IsOpen ? issues.ReopenAsync(issue, cancellationToken) : issues.CloseAsync(issue, CloseReason.NotPlanned, null, cancellationToken));
        }
        catch (RefusedException refused)
        {
            return new(refused.Message, null, hotfix); // it stays as it is; what was overridden does not depend on it
        }

        return new(settle.IsOpen ? "opened again" : "closed", settle with { IsOpen = !settle.IsOpen }, hotfix);
    }

    /// <summary>A page at a time, since every hotfix of the repository that is open hears of it.</summary>
    public async Task<Performed> FreezeAsync(SetFreeze freeze, Domain.Hotfix? hotfix, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var repository = freeze.Issue.Repository;
        var there = await freezes.ReadAsync(repository, now, cancellationToken);

        if (there != freeze.Is && there != (freeze.Was?.Until <= now ? null : freeze.Was))
        {
            return new("another freeze", null, hotfix, Commands.Replies.FreezeChanged(there));
        }

        await freezes.SetAsync(repository, freeze.Is, cancellationToken);
        var (told, after) = (0, (string?)null);

        do
        {
            var range = after is null ? RowRange.Prefix("") : RowRange.Prefix("") with { From = after + ' ' };
            var page = await documents.QueryAsync(IssueIndex.Gates(repository.Id), range, AtATime, cancellationToken);
            await Task.WhenAll(page.Select(row => inbox.ReceiveAsync(Derived.VerdictOf(StateJson.Read(row.Body, StateJson.Default.IssueId), now), cancellationToken)));
            told += page.Count;
            after = page.Count == AtATime ? page[^1].Row : null;
        }
        while (after is not null);

        return new($"{told} gates are judged", freeze with { Was = freeze.Is, Is = freeze.Was }, hotfix);
    }
}
