namespace Hotfix.Sandbox;

/// <summary>
/// What goes wrong, and when: a given number of times (<see cref="Next"/>), or by chance (<see cref="Rate"/>). Can be changed while the sandbox runs.
/// Requests for tokens are spared unless <see cref="IncludeTokens"/>.
/// </summary>
internal sealed class SandboxFaults(SandboxChance chance, SandboxSignal changed)
{
    private readonly Lock gate = new();
    private readonly List<Planned> planned = [];
    private readonly Dictionary<SandboxFault, double> rates = [];
    private TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool quiet = true;
    private int happened;
    private int holding;

    public bool IncludeTokens { get; set; }

    /// <summary>What <c>retry-after</c> says, in whole seconds.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many requests failed on purpose so far.</summary>
    public int Happened => happened;

    /// <summary>How many answers are being held.</summary>
    public int Held => holding;

    /// <summary>The next <paramref name="count"/> requests that match (by method and path) fail in this way; those asked for earlier come first.</summary>
    public void Next(SandboxFault fault, int count = 1, Func<string, string, bool>? match = null)
    {
        lock (gate)
        {
            planned.Add(new Planned(fault, match) { Left = count });
            quiet = false;
        }
    }

    /// <summary>From now on this fraction of the requests (0 to 1) fails in this way, besides what was asked for of the other ways.</summary>
    public void Rate(SandboxFault fault, double fraction)
    {
        lock (gate)
        {
            rates[fault] = fraction;
            quiet = false;
        }
    }

    /// <summary>From now on nothing fails; what is held is released.</summary>
    public void Clear()
    {
        lock (gate)
        {
            planned.Clear();
            rates.Clear();
            quiet = true;
        }

        Release();
    }

    /// <summary>Sends the answers that are held.</summary>
    public void Release() =>
        Interlocked.Exchange(ref held, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>What happens to this request.</summary>
    public SandboxFault Take(string method, string path)
    {
        if (quiet || (!IncludeTokens && path.EndsWith("/access_tokens", StringComparison.Ordinal)))
        {
            return SandboxFault.None;
        }

        lock (gate)
        {
            var fault = TakePlanned(method, path) ?? Draw();
            happened += fault is SandboxFault.None ? 0 : 1;
            return fault;
        }
    }

    /// <summary>Completes when the answer may be sent.</summary>
    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        var release = held.Task;
        Interlocked.Increment(ref holding);
        changed.Raise();

        try
        {
            await release.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref holding);
            changed.Raise();
        }
    }

    private SandboxFault? TakePlanned(string method, string path)
    {
        var next = planned.Find(fault => fault.Match?.Invoke(method, path) ?? true);

        if (next is not null && --next.Left == 0)
        {
            planned.Remove(next);
        }

        return next?.Fault;
    }

    private SandboxFault Draw()
    {
        if (rates.Count == 0)
        {
            return SandboxFault.None;
        }

        var rest = chance.Fraction();

        foreach (var (fault, fraction) in rates)
        {
            rest -= fraction;

            if (rest < 0)
            {
                return fault;
            }
        }

        return SandboxFault.None;
    }

    private sealed record Planned(SandboxFault Fault, Func<string, string, bool>? Match)
    {
        public int Left { get; set; }
    }
}
