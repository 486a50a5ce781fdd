namespace Hotfix.Sandbox;

/// <summary>Tells those who wait that something changed. Costs nothing while nobody waits.</summary>
internal sealed class SandboxSignal
{
    private TaskCompletionSource? waiting;

    /// <summary>Take it before looking at the state: it completes with the first change after it was taken.</summary>
    public Task Next()
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref waiting, mine, null) ?? mine).Task;
    }

    public void Raise() => Interlocked.Exchange(ref waiting, null)?.SetResult();
}
