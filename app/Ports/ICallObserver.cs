namespace Hotfix.Ports;

/// <summary>Hears of each request to GitHub as it ends: tokens, retries and redirects included. Must not throw, and returns at once.</summary>
internal interface ICallObserver
{
    void OnCall(CallMade call);
}

/// <summary>One request that was sent. Nothing of what it said or was answered is in it.</summary>
/// <param name="Installation">On whose account it went; 0 for the App's own.</param>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="Left">What the answer said of the hourly limit, or null.</param>
internal sealed record CallMade(long Installation, string Method, int? Status, RateLeft? Left, TimeSpan Took);

/// <summary>How many calls are left until the limit begins anew.</summary>
internal readonly record struct RateLeft(long Calls, DateTimeOffset Reset);
