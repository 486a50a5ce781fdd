namespace Hotfix.Handlers.Missed;

/// <summary>How often missed deliveries are looked for.</summary>
internal sealed record SweepOptions(TimeSpan Every)
{
    public static SweepOptions Default { get; } = new(TimeSpan.FromMinutes(5));
}
