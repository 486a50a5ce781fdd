namespace Hotfix.Bench.Run;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">How often each subject has its turn; printed are the medians.</param>
/// <param name="WarmUp">Deliveries that are not measured.</param>
/// <param name="Closed">Deliveries of the closed loop.</param>
/// <param name="Seconds">How long deliveries are sent at a rate.</param>
internal sealed record RunScale(int Rounds, int WarmUp, int Closed, int Seconds)
{
    /// <summary>Deliveries a second, where they are sent at a rate.</summary>
    public const int Rate = 100;

    /// <summary>Deliveries that are sent twice at once.</summary>
    public const int Twice = 50;

    public static RunScale Full { get; } = new(5, 3000, 2000, 10);

    public static RunScale Quick { get; } = new(1, 100, 300, 2);

    public RunScale For(Subject subject) => subject.Most is { } most ? this with { WarmUp = 1, Closed = most, Seconds = 0 } : this;
}
