using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Triage;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers;

/// <summary>
/// A delivery's way from bytes to done: parse, route, decide, perform. It is decided once: plan, new state and the delivery's head are written in one batch before the first effect, and
/// a retry performs what is left of that plan. Outcome and inverse of each effect are recorded after doing it; the last one together with "done".
/// <para>Errors: what the ports throw. Nothing is lost by one: the next try goes on from what is recorded.</para>
/// </summary>
internal sealed class Handling(IDocuments documents, Inbox inbox, IWebhooks webhooks, IApp app, Router router, Performer performer, TimeProvider time)
{
    /// <summary>Handles a waiting delivery; lets the lease go with the last write when <paramref name="last"/> says that nothing else is waiting.</summary>
    public async Task<(DeliveryHead Head, Domain.Hotfix? Hotfix)> HandleAsync(Lease lease, DeliveryHead head, bool last, CancellationToken cancellationToken)
    {
        var stored = await documents.FindAsync(lease.Key, Rows.Hotfix, cancellationToken);
        var hotfix = stored is null ? null : StateJson.Read(stored.Body, StateJson.Default.Hotfix);
        var look = head.Outcome is not null;
        IReadOnlyList<JournalEntry> plan;

        if (look)
        {
            var isNewest = hotfix?.DecidedBy is not { } newest || newest == head.Id;
            plan = isNewest ? await LeftOfPlanAsync(lease.Key, head, cancellationToken) : [];
            head = isNewest ? head : head with { Outcome = $"{head.Outcome}, overtaken" };
        }
        else
        {
            var decided = await DecideAsync(lease.Key, head, hotfix, cancellationToken);
            (head, hotfix, plan) = (head with { Outcome = decided.Outcome }, decided.Next, [.. decided.Effects.Select((effect, at) => new JournalEntry(1, at, effect, null, null, null))]);
            hotfix = plan.Count > 0 && hotfix is not null ? hotfix with { DecidedBy = head.Id } : hotfix;

            if (plan.Count > 0)
            {
                await lease.WriteAsync([.. plan.Select(entry => Journal(head, entry)), .. State(hotfix), Head(head)], cancellationToken);
            }
        }

        List<DocumentWrite> unwritten = [.. State(hotfix)];

        for (var at = 0; at < plan.Count; at++)
        {
            var done = await PerformAsync(plan[at].Effect, hotfix, look, cancellationToken);
            hotfix = done.Hotfix;
            unwritten = [Journal(head, plan[at] with { DoneAt = time.GetUtcNow(), Outcome = done.Outcome, Inverse = done.Inverse }), .. State(hotfix)];

            if (at < plan.Count - 1)
            {
                await lease.WriteAsync(unwritten, cancellationToken);
            }
        }

        head = head with { Status = DeliveryStatus.Done, Failure = null };
        DocumentWrite[] final = [.. unwritten, Head(head), new Delete(Rows.WaitingFor(head), null)];
        await (last ? lease.ReleaseAsync(final, cancellationToken) : lease.WriteAsync(final, cancellationToken));

        return (head, hotfix);
    }

    public static Set Head(DeliveryHead head) => new(Rows.Delivery(head.Id), StateJson.Write(head, StateJson.Default.DeliveryHead));

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
        var body = await inbox.BodyAsync(key, head, cancellationToken);
        var self = await app.IdentityAsync(cancellationToken);
        var happened = webhooks.Parse(head.Event, body.Span, self);

        return happened is null ? new(hotfix, [], "not ours") : router.Decide(happened, hotfix);
    }

    private async Task<IReadOnlyList<JournalEntry>> LeftOfPlanAsync(string key, DeliveryHead head, CancellationToken cancellationToken)
    {
        var rows = await documents.QueryAsync(key, RowRange.Prefix(Rows.Journal(head)), DocumentLimits.MaxBatchWrites, cancellationToken);

        return [.. rows.Select(row => StateJson.Read(row.Body, StateJson.Default.JournalEntry)).Where(entry => entry.DoneAt is null)];
    }

    private static Set Journal(DeliveryHead head, JournalEntry entry) => new(Rows.Journal(head, entry.Step, entry.Position), StateJson.Write(entry, StateJson.Default.JournalEntry));

    private static IEnumerable<DocumentWrite> State(Domain.Hotfix? hotfix) => hotfix is null ? [] : [new Set(Rows.Hotfix, StateJson.Write(hotfix, StateJson.Default.Hotfix))];
}
