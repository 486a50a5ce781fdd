namespace Hotfix.Storage;

/// <summary>Wakes everybody who waits when something happens. Take <see cref="Next"/> before looking, and nothing that happens meanwhile is missed.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource next = Fresh();

    public Task Next => Volatile.Read(ref next).Task;

    public void Beat() => Interlocked.Exchange(ref next, Fresh()).SetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
