using Hotfix.Handlers.Keeping;

namespace Hotfix.Handlers;

/// <summary>How deliveries are handled: settings with their defaults.</summary>
/// <param name="Workers">How many ordering keys are handled side by side.</param>
/// <param name="Tries">How often a delivery is tried before it is kept as failed.</param>
/// <param name="FirstPause">The pause after the first failed try; each further one is three times as long, up to <paramref name="LongestPause"/>, give or take a fifth.</param>
/// <param name="Lease">How long a key stays with a holder that is not heard of any more. A call that hangs must be given up before (a read: three times ten seconds and the pauses in between), or its try would end without counting.</param>
internal sealed record WorkOptions(int Workers, int Tries, TimeSpan FirstPause, TimeSpan LongestPause, TimeSpan Lease)
{
    /// <summary>How long a gate waits for more to happen before it is judged.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(1);

    public KeepOptions Keep { get; init; } = KeepOptions.Default;

    public static WorkOptions Default { get; } = new(16, 8, TimeSpan.FromSeconds(2), TimeSpan.FromHours(1), TimeSpan.FromSeconds(45));

    public TimeSpan PauseAfter(int tries, Random random) =>
        Math.Min(FirstPause.TotalSeconds * Math.Pow(3, tries - 1), LongestPause.TotalSeconds) * TimeSpan.FromSeconds(0.8 + (0.4 * random.NextDouble()));
}
