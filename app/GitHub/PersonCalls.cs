using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.GitHub.Limits;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.GitHub;

/// <summary>The way of a call that a person's token goes with, or none: that of <see cref="GitHubClient"/> as far as reading needs it. Nothing but GET can leave here.</summary>
internal static class PersonCalls
{
    private const int Tries = 3;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="waiting">Told until when GitHub asked for a pause that is waited for.</param>
    public static ICalls Create(HttpClient http, GitHubUrl url, Token? token, TimeProvider time, Random random, Action<DateTimeOffset> waiting)
    {
        ICalls calls = new Sent(http, new CallMeter(), CallTimeout, time);
        calls = new ReadsOnly(calls);
        calls = new Limited(url, new Lanes(Pacing.GitHub, time), time, calls, NullLogger<Limited>.Instance);
        calls = new Redirected(url, calls);
        calls = new Retried(Tries, RetryPause, time, random, calls, NullLogger<Retried>.Instance);
        calls = new Patient(Patience, time, waiting, calls);

        return new AsPerson(token, calls);
    }
}
