using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.GitHub.Limits;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.GitHub.Releasing;

/// <summary>The way of a call that the token of a workflow's run goes with, or none, for reading what is public. Reads are tried again; a write goes once.</summary>
internal static class RunCalls
{
    private const int Tries = 4;

    /// <summary>Of one call, a package of some hundred megabytes up or down among them.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="waiting">Told until when GitHub asked for a pause that is waited for.</param>
    public static ICalls Create(HttpClient http, GitHubUrl url, Token? token, TimeProvider time, Random random, Action<DateTimeOffset> waiting)
    {
        ICalls calls = new Sent(http, new CallMeter(), CallTimeout, time);
        calls = new Limited(url, new Lanes(Pacing.GitHub, time), time, calls, NullLogger<Limited>.Instance);
        calls = new Redirected(url, calls);
        calls = new Retried(Tries, RetryPause, time, random, calls, NullLogger<Retried>.Instance);
        calls = new Patient(Patience, time, waiting, calls);

        return new AsPerson(token, calls);
    }
}
