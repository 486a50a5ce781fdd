namespace Hotfix.GitHub.Limits;

/// <summary>Lets a number of callers in at a time, the others in the order in which they came.</summary>
internal sealed class Line(int places)
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int free = places;

    public async Task<Place> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;

        lock (gate)
        {
            if (free > 0)
            {
                free--;

                return new Place(this);
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }

        await using var _ = cancellationToken.UnsafeRegister(static (turn, token) => ((TaskCompletionSource)turn!).TrySetCanceled(token), turn);

        await turn.Task;

        return new Place(this);
    }

    private void Leave()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult()) // false for one that gave up meanwhile
                {
                    return;
                }
            }

            free++;
        }
    }

    /// <summary>A caller's place; disposing it lets the next one in.</summary>
    internal sealed class Place(Line line) : IDisposable
    {
        public void Dispose() => line.Leave();
    }
}
