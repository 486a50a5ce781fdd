using System.Diagnostics;

namespace Hotfix.Bench.Run;

/// <summary>One delivery of the load, signed beforehand, and when what became of it. Times are timestamps of <see cref="Stopwatch"/>.</summary>
/// <param name="Issue">Its issue as the paths of the API have it: <c>owner/name/issues/number</c>.</param>
internal sealed record Tracked(string Id, string Event, byte[] Payload, string Signature, string Issue)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int comments;

    /// <summary>When it was due to be sent, whenever it was: who is slow does not make the load wait.</summary>
    public long DueAt { get; set; }

    public long AcknowledgedAt { get; set; }

    public long DoneAt { get; private set; }

    /// <summary>Completes when its issue has a comment.</summary>
    public Task Done => done.Task;

    public int Comments => Volatile.Read(ref comments);

    public TimeSpan ToAcknowledge => Stopwatch.GetElapsedTime(DueAt, AcknowledgedAt);

    public TimeSpan ToDo => Stopwatch.GetElapsedTime(DueAt, DoneAt);

    public void Commented()
    {
        if (Interlocked.Increment(ref comments) == 1)
        {
            DoneAt = Stopwatch.GetTimestamp();
            done.SetResult();
        }
    }
}
