namespace Hotfix.Ports;

/// <summary>
/// A queue of doorbells: short texts that name an ordering key. A message is taken for a while and comes back unless it is deleted, so that a holder that dies loses nothing;
/// it may therefore be seen more than once. The urgent ones come first, then the oldest that is due.
/// <para>Shapes: a text is 1 to 512 characters, a delay or hiding at most seven days (<see cref="QueueLimits"/>). Times come from the engine's own clock.</para>
/// <para>Errors: <see cref="ArgumentException"/> for what breaks a limit; <see cref="StoreUnavailableException"/>. A stale receipt is no error but a <c>false</c>.</para>
/// </summary>
internal interface IQueue
{
    /// <summary>
    /// Whether a message is on disk no sooner than the documents whose writing was asked for before it. Then both may be asked for at once, and share a sync; else a doorbell for a
    /// document rings once the document is there, or it could be answered before.
    /// </summary>
    bool FollowsDocuments { get; }

    /// <summary>Puts a message that can be taken once <paramref name="delay"/> has passed. When the task completes, it is on disk.</summary>
    Task PutAsync(string text, bool urgent, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Takes the next message that is due and hides it for <paramref name="hidden"/>; null when there is none.</summary>
    Task<QueueMessage?> TakeAsync(TimeSpan hidden, CancellationToken cancellationToken);

    /// <summary>Hides a taken message for longer, counted from now; null when its receipt is stale, because it came back and somebody else took or deleted it.</summary>
    Task<QueueMessage?> HideAsync(QueueMessage message, TimeSpan hidden, CancellationToken cancellationToken);

    /// <summary>Deletes a taken message; false when its receipt is stale.</summary>
    Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken);

    /// <summary>Completes when there may be something to take: a message was put or has come due, or a second has passed.</summary>
    Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>How full it is, for people who watch; a moment later it may be different.</summary>
    Task<QueueState> StateAsync(CancellationToken cancellationToken);
}

/// <summary>A message that somebody holds. <paramref name="Receipt"/> proves it; it changes each time the message is taken or hidden for longer.</summary>
internal sealed record QueueMessage(string Id, string Receipt, string Text, int Takes);

/// <summary>How full a queue is.</summary>
/// <param name="Count">Messages there are: waiting, taken, and not yet due.</param>
/// <param name="Oldest">For how long, at least, the one that can be taken and has waited longest could have been taken already; zero when none can be.</param>
internal sealed record QueueState(int Count, TimeSpan Oldest);
