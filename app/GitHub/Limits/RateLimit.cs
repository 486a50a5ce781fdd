using System.Globalization;
using System.Net;
using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub.Limits;

/// <summary>
/// Tells an answer that means "slow down" from one that means "no", by GitHub's own rule for 403 and 429: <c>retry-after</c> (seconds), else
/// <c>x-ratelimit-remaining: 0</c> →
/// <c>x-ratelimit-reset</c> (Unix seconds), else the words of a secondary limit, else it is a permission.
/// Source: GitHub, "Rate limits for the REST API", exceeding the rate limit.
/// </summary>
/// <param name="Rule">Which of them it was, for the log.</param>
/// <param name="Wait">How long to wait; null when GitHub leaves that to us.</param>
internal sealed record RateLimit(string Rule, TimeSpan? Wait)
{
    /// <summary>Added to a reset, which is whole seconds; and the shortest pause there is.</summary>
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(1);

    public static RateLimit? Of(Answer answer, DateTimeOffset now)
    {
        if (answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
        {
            return null;
        }

        var theirs = answer.Date ?? now; // a time of theirs is measured by their clock

        if (answer.RetryAfter is { } retry)
        {
            return new("retry-after", AtLeast(retry.Delta ?? retry.Date - theirs, Spare));
        }

        if (answer.Header("x-ratelimit-remaining") == "0"
            && long.TryParse(answer.Header("x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
            && reset < DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return new("x-ratelimit-reset", AtLeast(DateTimeOffset.FromUnixTimeSeconds(reset) - theirs, TimeSpan.Zero) + Spare);
        }

        var complaint = Complaint.Of(answer);

        return answer.Status == HttpStatusCode.TooManyRequests || complaint.Mentions("secondary rate limit") || complaint.Mentions("abuse")
            ? new("secondary limit", null)
            : null;
    }

    private static TimeSpan AtLeast(TimeSpan? wait, TimeSpan least) => wait is { } some && some > least ? some : least;
}
