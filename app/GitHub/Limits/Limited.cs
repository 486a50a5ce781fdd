using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub.Limits;

/// <summary>
/// Obeys GitHub's limits: an answer that says "slow down" stops the whole installation it was for, and no other. Calls of an installation that has to wait are
/// not sent:
/// calling on while limited can get an App banned.
/// </summary>
internal sealed partial class Limited(GitHubUrl url, Lanes lanes, TimeProvider time, ICalls next, ILogger<Limited> logger) : ICalls
{
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var block = lanes.Of(call.Installation).Block;

        block.Check();

        var answer = await next.SendAsync(call, cancellationToken);

        if (!url.IsOurs(call.Uri)) // another host's answer, after a redirect: nothing to do with the installation's limits
        {
            return answer;
        }

        if (RateLimit.Of(answer, time.GetUtcNow()) is { } limit)
        {
            var postponed = block.Set(limit);
            Log.Limited(logger, call.Installation, postponed.Until, limit.Rule);

            throw postponed;
        }

        if (answer.IsSuccess && !call.Mints) // a token says nothing about the limit that its use meets
        {
            block.Clear();
        }

        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "GitHub limits installation {Installation} until {Until:u} ({Rule}).")]
        public static partial void Limited(ILogger logger, long installation, DateTimeOffset until, string rule);
    }
}
