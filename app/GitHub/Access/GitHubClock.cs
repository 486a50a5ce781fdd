namespace Hotfix.GitHub.Access;

/// <summary>The time as GitHub sees it: ours, corrected once GitHub's answers show that ours is wrong.</summary>
internal sealed class GitHubClock(TimeProvider time)
{
    /// <summary>A <c>Date</c> header is whole seconds and a journey old; a JWT is backdated by more than this.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private long skew;

    public TimeSpan Skew => new(Interlocked.Read(ref skew));

    public DateTimeOffset Now => time.GetUtcNow() + Skew;

    /// <summary>Follows GitHub's clock; false when we did already.</summary>
    public bool Correct(DateTimeOffset theirs)
    {
        if ((theirs - Now).Duration() < Tolerance)
        {
            return false;
        }

        Interlocked.Exchange(ref skew, (theirs - time.GetUtcNow()).Ticks);

        return true;
    }
}
