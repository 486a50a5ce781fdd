using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotfix.Http.Functions;

/// <summary>
/// One call by the Functions host of a function that is no web page. Answers: 200 and <c>{}</c> as JSON (after an empty answer the host would wait for its limit, and end us); 500 when it failed, and the host
/// comes again; 404 to what the host only passed on from outside.
/// </summary>
internal sealed partial class Invocation(ILogger<Invocation> logger)
{
    /// <summary>
    /// What the host and the front end before it put on a request from outside; on a call of the host's own there is none of it. No route of <c>functions/</c> leads here from outside: this is the second lock.
    /// </summary>
    private static readonly string[] Outside = ["X-Forwarded-For", "X-Forwarded-Host", "x-ms-invocation-id", "X-ARR-LOG-ID"];

    public async Task<Results<ContentHttpResult, StatusCodeHttpResult>> AnswerAsync(HttpContext context, Func<CancellationToken, Task> work)
    {
        if (Outside.Any(context.Request.Headers.ContainsKey))
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        try
        {
            await work(context.RequestAborted);

            return TypedResults.Text("{}", "application/json");
        }
#pragma warning disable CA1031 // whatever went wrong, the host keeps the message and comes again
        catch (Exception wrong)
#pragma warning restore CA1031
        {
            Log.Failed(logger, context.Request.Path, wrong);

            return TypedResults.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed; the Functions host keeps what it was about, and comes again.")]
        public static partial void Failed(ILogger logger, string function, Exception wrong);
    }
}
