namespace Hotfix.Bench.Faults;

/// <summary>How much of a scenario is run: <c>bench/faults</c> runs it in full, <c>./test</c> in short.</summary>
/// <param name="Away">How long what is away stays away at least; what a scenario waits for besides is an effect.</param>
/// <param name="Limit">When it has taken this long it is ended, and what is not done by then counts as lost.</param>
internal sealed record FaultScale(int Deliveries, TimeSpan Away, TimeSpan Limit)
{
    public static FaultScale Full(int deliveries) => new(deliveries, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(120 + (deliveries / 2.0)));

    public static FaultScale Short { get; } = new(30, TimeSpan.Zero, TimeSpan.FromMinutes(3));

    /// <summary>So many of the deliveries, one at least.</summary>
    public int Part(double fraction) => Math.Max(1, (int)(Deliveries * fraction));
}
