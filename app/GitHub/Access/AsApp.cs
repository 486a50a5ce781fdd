using System.Net;
using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub.Access;

/// <summary>
/// Sends a call in the App's own name. When GitHub turns the JWT down and its clock differs from ours, the clock is corrected and the call sent once more.
/// </summary>
internal sealed partial class AsApp(AppJwt jwt, GitHubClock clock, ICalls next, ILogger<AsApp> logger) : ICalls
{
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var sent = jwt.Current();
        var answer = await next.SendAsync(call with { Authorization = sent }, cancellationToken);

        if (answer.Status != HttpStatusCode.Unauthorized || answer.Date is not { } theirs)
        {
            return answer;
        }

        if (clock.Correct(theirs))
        {
            Log.ClockCorrected(logger, clock.Skew.TotalSeconds);
        }

        var signedAnew = jwt.Current(); // also when another call corrected the clock meanwhile

        return ReferenceEquals(signedAnew, sent) ? answer : await next.SendAsync(call with { Authorization = signedAnew }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock differs from GitHub's by {Seconds} s; GitHub's is used for signing.")]
        public static partial void ClockCorrected(ILogger logger, double seconds);
    }
}
