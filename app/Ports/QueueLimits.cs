namespace Hotfix.Ports;

/// <summary>
/// The limits every engine enforces before it writes. The times are those of Azure Queue Storage, the narrowest of the engines; the text is a key's length.
/// Source: Azure Storage REST, "Put Message", "Get Messages", "Update Message".
/// </summary>
internal static class QueueLimits
{
    public const int MaxTextCharacters = 512;

    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    /// <summary>Of a delay that may be longer than a message can wait, as much as it can; whoever answers it then waits again.</summary>
    public static TimeSpan Within(TimeSpan delay) => delay < MaxDelay ? delay : MaxDelay;

    /// <exception cref="ArgumentException">Says what is wrong with the text.</exception>
    public static void CheckText(string text)
    {
        if (text.Length is 0 or > MaxTextCharacters)
        {
            throw new ArgumentException($"A message has 1 to {MaxTextCharacters} characters; this one has {text.Length}.", nameof(text));
        }
    }

    /// <exception cref="ArgumentException">Says how long it may be.</exception>
    public static void CheckDelay(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero || delay > MaxDelay)
        {
            throw new ArgumentException($"A message is delayed or hidden for 0 to {MaxDelay.Days} days; not for {delay}.", nameof(delay));
        }
    }

    /// <summary>Whoever takes a message has it for some time, or two would hold it.</summary>
    /// <exception cref="ArgumentException">Says how long it may be.</exception>
    public static void CheckTake(TimeSpan hidden)
    {
        CheckDelay(hidden);

        if (hidden == TimeSpan.Zero)
        {
            throw new ArgumentException("A message is taken for longer than no time.", nameof(hidden));
        }
    }
}
