namespace Hotfix.Bench.Support;

/// <summary>
/// What a process writes, line by line, read on whether or not anybody waits for it: a full pipe must not stop the process.
/// </summary>
internal sealed class ProcessLines
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly Task reading;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProcessLines(TextReader reader) => reading = ReadAsync(reader);

    /// <summary>All of them, once the process has closed its output.</summary>
    public async Task<IReadOnlyList<string>> AllAsync()
    {
        await reading;

        return lines;
    }

    /// <summary>The first line that fits, those of the past included; null when there is none and the output has ended.</summary>
    public async Task<string?> FirstAsync(Func<string, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;

            lock (gate)
            {
                if (lines.Find(line => fits(line)) is { } found)
                {
                    return found;
                }

                change = changed.Task;
            }

            if (await Task.WhenAny(change, reading).WaitAsync(cancellationToken) == reading && lines.TrueForAll(line => !fits(line)))
            {
                return null;
            }
        }
    }

    private async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (gate)
            {
                lines.Add(line);
                changed.SetResult();
                changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
