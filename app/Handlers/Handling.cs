using Hotfix.Domain;
using Hotfix.Handlers.Facts;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;
using Hotfix.Triage;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers;

/// <summary>
/// A delivery's way from bytes to done: parse, route, decide, perform. It is decided once: plan, new state and the delivery's head are written in one batch before the first effect, and
/// a retry performs what is left of that plan. What depends on how a step came out is the next step, decided and written in the same way when the one before is done.
/// An effect that GitHub will not have done ends its step: what follows is the step that takes back what was done so far and says why.
/// Outcome and inverse of each effect are recorded after doing it: where doing it again would come to the same, with the next write, and with the failure of the next effect at the latest; the last one together with "done".
/// <para>Errors: what the ports throw. Nothing is lost by one: the next try goes on from what is recorded.</para>
/// </summary>
internal sealed class Handling(IDocuments documents, Inbox inbox, IWebhooks webhooks, IApp app, FactReader facts, Performer performer, IssueIndex index, TimeProvider time)
{
    private const int First = 1;
    private const int MaxBodyCharacters = 65_536;

    /// <summary>Handles a waiting delivery; lets the lease go with the last write when <paramref name="last"/> says that nothing else is waiting.</summary>
    public async Task<(DeliveryHead Head, Domain.Hotfix? Hotfix)> HandleAsync(Lease lease, DeliveryHead head, bool last, CancellationToken cancellationToken)
    {
        var stored = await documents.FindAsync(lease.Key, Rows.Hotfix, cancellationToken);
        var before = stored is null ? null : StateJson.Read(stored.Body, StateJson.Default.Hotfix);
        var work = head.Outcome is null ? await BeginAsync(lease, head, before, cancellationToken) : await ResumeAsync(lease.Key, head, before, cancellationToken);

        try
        {
            await PerformAsync(lease, work, cancellationToken);

            while (work.Head.Then != NextStep.None)
            {
                await FollowAsync(lease, work, cancellationToken);
                await PerformAsync(lease, work, cancellationToken);
            }
        }
        catch (Exception wrong) when (work.IsPlanned && wrong is not (StoreUnavailableException or LeaseLostException))
        {
            await work.TryWriteAsync(lease);

            throw;
        }

        lease.ThrowIfOver(time.GetUtcNow()); // no write of ours fences the index
        await index.AddAsync(work.Indexed, work.Hotfix, cancellationToken); // what was learned from doing it may have changed where it is found
        var done = work.Head with { Status = DeliveryStatus.Done, Failure = null };
        DocumentWrite[] final = [.. work.Unwritten, Head(done), new Delete(Rows.WaitingFor(done), null)];
        await index.RemoveAsync(before, work.Hotfix, cancellationToken); // while the key is ours
        await (last ? lease.ReleaseAsync(final, cancellationToken) : lease.WriteAsync(final, cancellationToken));

        return (done, work.Hotfix);
    }

    public static Set Head(DeliveryHead head) => new(Rows.Delivery(head.Id), StateJson.Write(head, StateJson.Default.DeliveryHead));

    private async Task<Work> BeginAsync(Lease lease, DeliveryHead head, Domain.Hotfix? before, CancellationToken cancellationToken)
    {
        var plan = await DecideAsync(lease.Key, head, before, cancellationToken);
        var next = plan is { Read: not null, Next: { } triaged } ? triaged with { Triages = triaged.Triages + 1 } : plan.Next;
        var work = new Work(
            head with { Outcome = plan.Outcome, Step = First, Then = plan.Then, Triage = next?.Triages ?? 0 },
            next,
            [.. plan.Effects.Select((effect, at) => new JournalEntry(First, at, effect, null, null, null))],
            look: false);

        work.Add(plan.Read is { } report ? Report(report) : null);
        var indexed = index.AddAsync(before, work.Hotfix, cancellationToken); // beside the plan, so that both share one sync of the disk

        if (plan.Effects.Count > 0)
        {
            await work.PlanAsync(lease, cancellationToken);
        }

        await indexed;

        return work;
    }

    private async Task<Work> ResumeAsync(string key, DeliveryHead head, Domain.Hotfix? before, CancellationToken cancellationToken)
    {
        var isOvertaken = before?.Triages > head.Triage;
        await index.AddAsync(null, before, cancellationToken); // the try that wrote the plan may have got no further
        var rows = await documents.QueryAsync(key, RowRange.Prefix(Rows.Journal(head)), DocumentLimits.MaxBatchWrites, cancellationToken);
        JournalEntry[] left = [.. rows.Select(row => StateJson.Read(row.Body, StateJson.Default.JournalEntry)).Where(entry => entry.DoneAt is null)];

        // A newer plan has seen to labels, owner and card by now; what a person asked for, and what counts loads and times, it has not.
        return isOvertaken
            ? new(
                head with { Outcome = $"{head.Outcome}, overtaken", Then = head.Then is NextStep.Card or NextStep.FirstCard ? NextStep.None : head.Then },
                before,
                [.. left.Where(entry => entry.Effect is not (ChangeLabels or WriteCard or RemoveCard or AssignOwner or UnassignOwner))],
                look: true)
            : new(head, before, before?.State.IsOpen() == false ? [.. left.Where(entry => entry.Effect is not AssignOwner)] : left, look: true); // what is closed is nobody's load
    }

    /// <summary>Decides the next step from what became of those before.</summary>
    private async Task FollowAsync(Lease lease, Work work, CancellationToken cancellationToken)
    {
        var step = work.Head.Step + 1;
        var isCard = work.Head.Then is NextStep.Card or NextStep.FirstCard;

        // A step that looks back at what was done must find all of it; the card's does not, and saves a write.
        if (!isCard)
        {
            await work.WriteAsync(lease, cancellationToken);
        }

        var happened = isCard ? null : await ParseAsync(lease.Key, work.Head, cancellationToken);
        var follow = work.Hotfix is { } hotfix
            ? Router.Then(work.Head.Then, happened, hotfix, await facts.ReadAgainAsync(happened, hotfix, work.Head, cancellationToken), time.GetUtcNow())
            : new Follow([]);

        work.Head = work.Head with { Step = step, Then = follow.Then, Refusal = follow.Refusal ?? work.Head.Refusal, Triage = follow.Effects.OfType<Adopt>().Any() ? (work.Hotfix?.Triages ?? 0) + 1 : work.Head.Triage };
        work.Left = [.. follow.Effects.Select((effect, at) => new JournalEntry(step, at, effect, null, null, null))];

        // Nor need the card be planned on disk: after the plan before it, the next try comes to the same card, and looks for it.
        if (follow.Effects.Count > 0 && !(isCard && work.IsPlanned))
        {
            await work.PlanAsync(lease, cancellationToken);
        }
    }

    private async Task PerformAsync(Lease lease, Work work, CancellationToken cancellationToken)
    {
        foreach (var entry in work.Left)
        {
            if (!work.CanBeRepeated)
            {
                await work.WriteAsync(lease, cancellationToken);
            }

            lease.ThrowIfOver(time.GetUtcNow());
            var done = await PerformAsync(entry.Effect, work.Hotfix, work.Look, cancellationToken);
            work.Hotfix = done.Hotfix;
            work.Add(entry with { DoneAt = time.GetUtcNow(), Outcome = done.Outcome, Inverse = done.Inverse });

            // What cannot be taken back stays, and says so; the rest is taken back all the same.
            if (done.Refusal is { } refusal && work.Head.Refusal is null)
            {
                work.Head = work.Head with { Then = NextStep.TakeBack, Refusal = refusal };
                await work.DropAfterAsync(entry, lease, cancellationToken);
                break;
            }
        }

        work.Left = [];
    }

    private async Task<Performed> PerformAsync(Effect effect, Domain.Hotfix? hotfix, bool look, CancellationToken cancellationToken)
    {
        using var span = Spans.Performing(effect);

        try
        {
            return await performer.PerformAsync(effect, hotfix, look, cancellationToken);
        }
        catch (Exception wrong)
        {
            span?.Fail(wrong);
            throw;
        }
    }

    private async Task<Plan> DecideAsync(string key, DeliveryHead head, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        using var span = Spans.Deciding();
        var happened = await ParseAsync(key, head, cancellationToken);

        // The try that told of a failure may not have been the last: it was stopped before it could say that it was.
        if (happened is CommandFailed failed && (await inbox.HeadAsync(key, failed.Delivery, cancellationToken)).Head.Status != DeliveryStatus.Failed)
        {
            return new(hotfix, [], "no failure after all");
        }

        return happened is null ? new(hotfix, [], "not ours") : Router.Decide(happened, hotfix, await facts.ReadAsync(happened, hotfix, head, cancellationToken), head.Id);
    }

    private async Task<GitHubEvent?> ParseAsync(string key, DeliveryHead head, CancellationToken cancellationToken)
    {
        var body = await inbox.BodyAsync(key, head, cancellationToken);
        var self = await app.IdentityAsync(cancellationToken);

        return Derived.IsOurs(head.Event) ? Derived.Read(head.Event, body) : webhooks.Parse(head.Event, body.Span, self);
    }

    /// <summary>GitHub's own limit; whatever is longer did not come from there.</summary>
    private static Set Report(Report report) =>
        new(Rows.Report, StateJson.Write(report with { Body = report.Body.Length > MaxBodyCharacters ? report.Body[..MaxBodyCharacters] : report.Body }, StateJson.Default.Report));
}
