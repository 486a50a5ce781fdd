namespace Hotfix.Storage.Azure;

/// <summary>How patient we are with Azure: how long one try may take, how many there are, and the first pause between them (it grows, with jitter).</summary>
internal sealed record AzureOptions(TimeSpan Timeout, int Tries, TimeSpan FirstPause)
{
    /// <summary>About three seconds of pauses: an outage that is longer is the caller's to know.</summary>
    public static AzureOptions Default { get; } = new(TimeSpan.FromSeconds(8), 5, TimeSpan.FromMilliseconds(200));
}
