using System.Net;
using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub.Access;

/// <summary>
/// Sends a call in the name of its installation. A token that GitHub turns down is replaced once; what was turned down was not done, so a write may be sent
/// again too.
/// </summary>
internal sealed partial class AsInstallation(InstallationTokens tokens, ICalls next, ILogger<AsInstallation> logger) : ICalls
{
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(call.Installation, call.Grant, cancellationToken);
        var answer = await next.SendAsync(call with { Authorization = token }, cancellationToken);

        if (answer.Status != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        Log.TokenRefused(logger, call.Installation);
        tokens.Drop(call.Installation, call.Grant, token);

        return await next.SendAsync(call with { Authorization = await tokens.GetAsync(call.Installation, call.Grant, cancellationToken) }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "GitHub no longer accepts the token of installation {Installation}; a new one is asked for.")]
        public static partial void TokenRefused(ILogger logger, long installation);
    }
}
