using Hotfix.Domain;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers;

/// <summary>What the handling of a delivery has come to, and what of it is not on disk yet. The aggregate is written as it is by then, once a batch.</summary>
/// <param name="look">An earlier try may have done some of it.</param>
internal sealed class Work(DeliveryHead head, Domain.Hotfix? hotfix, IReadOnlyList<JournalEntry> left, bool look)
{
    private readonly List<DocumentWrite> unwritten = [];
    private bool isStateWritten = look;

    public DeliveryHead Head { get; set; } = head;

    public Domain.Hotfix? Hotfix { get; set; } = hotfix;

    /// <summary>The aggregate as it was when its rows of the index were written.</summary>
    public Domain.Hotfix? Indexed { get; } = hotfix;

    public IReadOnlyList<JournalEntry> Left { get; set; } = left;

    public bool Look { get; } = look;

    /// <summary>The plan is on disk: the next try resumes it, and looks what was done.</summary>
    public bool IsPlanned { get; private set; } = look;

    /// <summary>Whatever was done and is not on disk comes to the same when it is done again: a crash may forget it.</summary>
    public bool CanBeRepeated { get; private set; } = true;

    /// <summary>What goes with the next batch.</summary>
    public IReadOnlyList<DocumentWrite> Unwritten => Hotfix is { } hotfix && !isStateWritten ? [.. unwritten, new Set(Rows.Hotfix, StateJson.Write(hotfix, StateJson.Default.Hotfix))] : unwritten;

    public void Add(DocumentWrite? write) => unwritten.AddRange(write is null ? [] : [write]);

    /// <summary>An effect was performed.</summary>
    public void Add(JournalEntry entry)
    {
        Add(Journal(entry));
        isStateWritten = false;
        CanBeRepeated &= entry.Effect is ChangeLabels or AssignOwner or WriteCard;
    }

    /// <summary>What was left unwritten, if there is anything.</summary>
    public Task WriteAsync(Lease lease, CancellationToken cancellationToken) => WriteAsync(lease, [], cancellationToken);

    /// <summary>What was left unwritten when a try ended early: the next one goes on after it, also where this one was stopped or took too long. Where it cannot be written, the next one looks.</summary>
    public async Task TryWriteAsync(Lease lease)
    {
        try
        {
            await WriteAsync(lease, CancellationToken.None);
        }
        catch (Exception wrong) when (wrong is StoreUnavailableException or LeaseLostException)
        {
            // What ended the try says more
        }
    }

    /// <summary>What is left to be done, with what was left unwritten.</summary>
    public async Task PlanAsync(Lease lease, CancellationToken cancellationToken)
    {
        await WriteAsync(lease, [.. Left.Select(Journal), Handling.Head(Head)], cancellationToken);
        IsPlanned = true;
    }

    /// <summary>What was planned after this entry is not to be done any more.</summary>
    public Task DropAfterAsync(JournalEntry entry, Lease lease, CancellationToken cancellationToken)
    {
        var dropped = Left.SkipWhile(left => left != entry).Skip(1).Select(left => new Delete(Rows.Journal(Head, left.Step, left.Position), null));

        return WriteAsync(lease, [.. dropped, Handling.Head(Head)], cancellationToken);
    }

    private async Task WriteAsync(Lease lease, DocumentWrite[] more, CancellationToken cancellationToken)
    {
        DocumentWrite[] writes = [.. Unwritten, .. more];

        if (writes.Length > 0)
        {
            await lease.WriteAsync(writes, cancellationToken);
            unwritten.Clear();
            (isStateWritten, CanBeRepeated) = (true, true);
        }
    }

    private Set Journal(JournalEntry entry) => new(Rows.Journal(Head, entry.Step, entry.Position), StateJson.Write(entry, StateJson.Default.JournalEntry));
}
