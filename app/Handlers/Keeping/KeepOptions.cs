namespace Hotfix.Handlers.Keeping;

/// <summary>For how long what is over is kept; null for ever. What is not over is kept in any case: deliveries that wait or failed, and the journal of whatever is open.</summary>
/// <param name="Bodies">What GitHub sent, of deliveries that are done.</param>
/// <param name="Deliveries">That a delivery came, and what became of it. It is by this that one is known which comes again.</param>
/// <param name="Journal">What was done for it, and how it is taken back.</param>
internal sealed record KeepOptions(TimeSpan? Bodies, TimeSpan? Deliveries, TimeSpan? Journal)
{
    /// <summary>Days. GitHub sends a delivery again for three, an enterprise server for seven: until then it must be known.</summary>
    public const int LeastDays = 7;

    public const int MostDays = 3650;

    public static KeepOptions Default { get; } = new(TimeSpan.FromDays(30), TimeSpan.FromDays(90), TimeSpan.FromDays(365));

    /// <summary>No body outlives its delivery.</summary>
    public TimeSpan? BodiesAtMost => Bodies is { } bodies && !(Deliveries < bodies) ? bodies : Deliveries;
}
