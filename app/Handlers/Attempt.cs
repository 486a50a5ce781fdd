using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers;

/// <summary>
/// One try at one delivery, and what a failure means: a limit postpones it (no try is spent), no answer spends a try and pauses longer each time,
/// a refusal or the last try keeps it as failed, so that those behind it go on.
/// </summary>
internal sealed class Attempt(Inbox inbox, DeliveryIndex index, Handling handling, ICallMeter meter, WorkOptions options, TimeProvider time, Random random, IEnumerable<IHandlingObserver> observers)
{
    /// <summary>How long to pause before the next try; zero when the delivery is settled, well or badly.</summary>
    public async Task<TimeSpan> MakeAsync(Lease lease, string id, bool last, CancellationToken cancellationToken)
    {
        var (head, _) = await inbox.HeadAsync(lease.Key, id, cancellationToken);

        if (head.NotBefore > time.GetUtcNow())
        {
            return head.NotBefore - time.GetUtcNow();
        }

        using var calls = meter.Begin();
        using var span = Spans.Handling(head);
        var started = time.GetTimestamp();
        Domain.Hotfix? hotfix = null;
        Exception? error = null;

        try
        {
            // No effect may still be under way when somebody else takes the key over.
            using var untilLeaseEnds = new CancellationTokenSource(lease.Until - time.GetUtcNow(), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, untilLeaseEnds.Token);
            (head, hotfix) = await handling.HandleAsync(lease, head, last, either.Token);
        }
#pragma warning disable CA1031 // whatever went wrong with one delivery must not stop the others; it is recorded, logged and tried again
        catch (Exception wrong) when (wrong is not (StoreUnavailableException or LeaseLostException) && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            error = wrong;
            head = await SettleAsync(lease, id, wrong, cancellationToken);
        }

        var handled = new Handled(head, hotfix, time.GetElapsedTime(started), calls.Value, error);
        span?.End(handled);

        foreach (var observer in observers)
        {
            observer.OnHandled(handled);
        }

        return head.Status == DeliveryStatus.Waiting ? Later(head.NotBefore) : TimeSpan.Zero;
    }

    /// <summary>Keeps a delivery as failed without another try, if it is due: something about it ended those who tried before they could say what.</summary>
    public async Task GiveUpAsync(Lease lease, string id, string why, CancellationToken cancellationToken)
    {
        var (head, _) = await inbox.HeadAsync(lease.Key, id, cancellationToken);

        if (head.NotBefore <= time.GetUtcNow())
        {
            await KeepAsync(lease, head with { Status = DeliveryStatus.Failed, Tries = head.Tries + 1, Failure = why }, cancellationToken);
        }
    }

    private async Task<DeliveryHead> SettleAsync(Lease lease, string id, Exception wrong, CancellationToken cancellationToken)
    {
        // Read again: the try may have got as far as the plan.
        var (head, _) = await inbox.HeadAsync(lease.Key, id, cancellationToken);
        var now = time.GetUtcNow();
        var why = wrong.Message.ReplaceLineEndings(" ");

        head = wrong switch
        {
            PostponedException postponed => head with { NotBefore = postponed.Until, Failure = why },
            OperationCanceledException => head with { NotBefore = now + options.FirstPause, Failure = "The time that the issue was held for ended before the work did." },
            RefusedException { Status: 410 } => head with { Status = DeliveryStatus.Done, Failure = why },
            RefusedException { Status: not 404 } => head with { Status = DeliveryStatus.Failed, Tries = head.Tries + 1, Failure = why },
            _ when head.Tries + 1 >= options.Tries => head with { Status = DeliveryStatus.Failed, Tries = head.Tries + 1, Failure = why },
            _ => head with { Tries = head.Tries + 1, NotBefore = now + options.PauseAfter(head.Tries + 1, random), Failure = why },
        };

        await KeepAsync(lease, head, cancellationToken);

        return head;
    }

    private async Task KeepAsync(Lease lease, DeliveryHead head, CancellationToken cancellationToken)
    {
        if (head.Status == DeliveryStatus.Failed)
        {
            await index.AddFailedAsync(lease.Key, head, cancellationToken); // before the head says so: one too many is seen to be none, one too few is seen by nobody

            if (head.Event == Derived.Command)
            {
                await inbox.ReceiveAsync(Derived.FailureOf(lease.Key, head, await inbox.BodyAsync(lease.Key, head, cancellationToken)), cancellationToken);
            }
        }

        await lease.WriteAsync(
            head.Status == DeliveryStatus.Waiting ? [Handling.Head(head)] : [Handling.Head(head), new Delete(Rows.WaitingFor(head), null)],
            cancellationToken);
    }

    private TimeSpan Later(DateTimeOffset notBefore) => notBefore - time.GetUtcNow() is { Ticks: > 0 } pause ? pause : TimeSpan.FromTicks(1);
}
