using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers;

/// <summary>Who holds an ordering key, and until when.</summary>
internal sealed record LeaseHolder(string Owner, DateTimeOffset Until);

/// <summary>
/// The right to handle one ordering key. Every write of its holder goes through it and is fenced: it takes the lease row along, so that a holder that slept past
/// its time and lost the key cannot write any more.
/// <para>Errors: <see cref="LeaseLostException"/> when somebody else has it by now.</para>
/// </summary>
internal sealed class Lease
{
    private readonly IDocuments documents;
    private LeaseHolder holder;
    private string? etag;

    private Lease(IDocuments documents, string key, LeaseHolder holder, string etag) => (this.documents, Key, this.holder, this.etag) = (documents, key, holder, etag);

    public string Key { get; }

    public DateTimeOffset Until => holder.Until;

    public bool IsHeld => etag is not null;

    /// <summary>Takes the lease when nobody holds it or its time is over; null when somebody does.</summary>
    public static async Task<Lease?> TakeAsync(IDocuments documents, string key, LeaseHolder holder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = StateJson.Write(holder, StateJson.Default.LeaseHolder);
        var found = await documents.FindAsync(key, Rows.Lease, cancellationToken);

        if (found is not null && StateJson.Read(found.Body, StateJson.Default.LeaseHolder).Until > now)
        {
            return null;
        }

        DocumentWrite write = found is null ? new Insert(Rows.Lease, body) : new Put(Rows.Lease, body, found.ETag);

        // A stop breaks off no write that may be done already: nobody would let go of a lease that nobody knows of.
        cancellationToken.ThrowIfCancellationRequested();

        return await documents.WriteAsync(key, [write], CancellationToken.None) is BatchOutcome.Written { ETags: [var etag] } ? new(documents, key, holder, etag) : null;
    }

    /// <summary>Holds on for longer.</summary>
    public Task RenewAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        holder = holder with { Until = until };

        return WriteAsync([], cancellationToken);
    }

    /// <summary>Holds on once half of its time is over: whoever works for long asks again and again, and that costs a write now and then.</summary>
    public async Task HoldAsync(TimeSpan length, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Until - now < length / 2)
        {
            await RenewAsync(now + length, cancellationToken);
        }
    }

    /// <summary>To be asked before something is done that no write of ours fences: whoever slept past the lease does it no more.</summary>
    /// <exception cref="OperationCanceledException">The lease's time is over.</exception>
    public void ThrowIfOver(DateTimeOffset now)
    {
        if (now >= Until)
        {
            throw new OperationCanceledException($"The lease of '{Key}' is over.");
        }
    }

    /// <summary>Writes, if the lease is still ours.</summary>
    public async Task WriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        etag = await FencedAsync([new Put(Rows.Lease, StateJson.Write(holder, StateJson.Default.LeaseHolder), Held()), .. writes], cancellationToken);

    /// <summary>Writes if the lease is still ours, and lets it go in the same batch.</summary>
    public async Task ReleaseAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        await FencedAsync([new Delete(Rows.Lease, Held()), .. writes], cancellationToken);
        etag = null;
    }

    private async Task<string> FencedAsync(DocumentWrite[] writes, CancellationToken cancellationToken) => await documents.WriteAsync(Key, writes, cancellationToken) switch
    {
        BatchOutcome.Written written => written.ETags[0],
        BatchOutcome.Conflict { Row: var row } => throw new LeaseLostException($"Row '{row}' of '{Key}' was changed by somebody else: the lease is lost."),
        var other => throw new InvalidOperationException($"Unknown outcome {other}."),
    };

    private string Held() => etag ?? throw new InvalidOperationException($"The lease of '{Key}' was let go already.");
}

/// <summary>Somebody else holds the ordering key by now; whoever sees this stops at once and writes nothing.</summary>
internal sealed class LeaseLostException(string message) : Exception(message);
