using Hotfix.Ports;

namespace Hotfix.GitHub.Limits;

/// <summary>
/// Whether GitHub has asked an installation to wait, and until when. Callers are told times a little apart, so that they do not all come back at once.
/// </summary>
internal sealed class Block(TimeSpan spacing, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private DateTimeOffset until;
    private DateTimeOffset told;
    private int strikes; // secondary limits in a row

    /// <exception cref="PostponedException">The installation has to wait.</exception>
    public void Check()
    {
        lock (gate)
        {
            if (time.GetUtcNow() < until)
            {
                throw Postponed();
            }
        }
    }

    /// <summary>An answer said "slow down". A pause that GitHub leaves to us is a minute, and twice as long each time in a row.</summary>
    public PostponedException Set(RateLimit limit)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();

            if (limit.Wait is { } wait)
            {
                until = Later(until, now + wait);
            }
            else if (now >= until) // one of several answers on their way when the limit came is no further strike
            {
                until = now + Pause(strikes++);
            }

            return Postponed();
        }
    }

    /// <summary>An answer came that was no limit.</summary>
    public void Clear()
    {
        lock (gate)
        {
            strikes = time.GetUtcNow() < until ? strikes : 0;
        }
    }

    private PostponedException Postponed()
    {
        told = told < until ? until : told + spacing;

        return new PostponedException(told, $"GitHub asked for a pause until {until:u}.");
    }

    private static TimeSpan Pause(int strikes) => strikes < 6 ? FirstPause * (1 << strikes) : LongestPause;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
