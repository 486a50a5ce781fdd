namespace Hotfix.Sandbox.Store;

/// <summary>A way in which the store is known to fail.</summary>
/// <param name="Status">The status it answers with; 0 cuts the connection, 307 leads elsewhere.</param>
/// <param name="Happens">Whether what was asked for was done before.</param>
internal sealed record StoreFault(int Status, bool Happens = false)
{
    /// <summary>The connection is cut, and nothing was done.</summary>
    public static StoreFault Drop { get; } = new(0);

    /// <summary>The connection is cut, although it was done.</summary>
    public static StoreFault DropAfter { get; } = new(0, Happens: true);

    public static StoreFault Redirect { get; } = new(307);

    /// <summary>What it says instead of what goes with the status.</summary>
    public StoreReply? Reply { get; init; }

    /// <summary>What <c>Retry-After</c> says, in seconds; null for no such header.</summary>
    public int? RetryAfter { get; init; }
}
