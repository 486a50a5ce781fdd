using Hotfix.GitHub.Oidc;
using Hotfix.Handlers;
using Hotfix.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotfix.Http;

/// <summary>
/// <c>POST /api/builds</c>: a run of the hotfix workflow tells what came of it. The token is believed before anything else is read, and the report is stored before it is answered.
/// <para>Shape: <c>Authorization: Bearer</c> and a token of GitHub's OIDC issuer with this App's public address as its audience; JSON of at most 256 KiB as in the README, "What a workflow tells".</para>
/// <para>Answers: 202 <c>{"delivery":"build-…"}</c>, also for what was stored before; 400 the report says something that it cannot; 401 the token is not believed, with the claim that is wrong;
/// 404 no hotfix was ever made in the repository, or nobody set this up; 413 too large; 415 not JSON; 503 the store, GitHub or its issuer's keys cannot be had.</para>
/// </summary>
internal sealed partial class BuildEndpoint(IServiceProvider services, ReportReceiving receiving, ILogger<BuildEndpoint> logger)
{
    public const string Path = "/api/builds";

    /// <summary>Bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    private const string Scheme = "Bearer ";

    public async Task<Results<JsonHttpResult<BuildAccepted>, ProblemHttpResult>> ReceiveAsync(HttpContext context)
    {
        var request = context.Request;

        if (services.GetService<IWorkflowTokens>() is not { } tokens)
        {
            return Refuse(StatusCodes.Status404NotFound, "Reports of builds are not set up: whoever runs this App has to set HOTFIX_URL to its public address.");
        }

        if (request.Headers.Authorization.ToString() is not { Length: > 0 } authorization || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(StatusCodes.Status401Unauthorized, $"A report carries a token of GitHub's OIDC issuer in Authorization, as Bearer, with the audience {services.GetRequiredService<OidcOptions>().Audience}.");
        }

        if (!request.HasJsonContentType())
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "A report's content type is application/json.");
        }

        try
        {
            var reading = await tokens.ReadAsync(authorization[Scheme.Length..].Trim(), context.RequestAborted);

            return reading.Claims is not { } claims
                ? Disbelieve(reading.Objection!)
                : await RequestBody.ReadAsync(request, MaxBodyBytes, context.RequestAborted) is not { } body
                    ? Refuse(StatusCodes.Status413PayloadTooLarge, $"A report has at most {MaxBodyBytes} bytes.")
                    : Answer(await receiving.ReceiveAsync(claims, body, context.RequestAborted), claims.RepositoryId);
        }
        catch (Exception wrong) when (wrong is StoreUnavailableException or UnavailableException or PostponedException or RefusedException)
        {
            Log.NotStored(logger, wrong.Message);

            return Refuse(StatusCodes.Status503ServiceUnavailable, "The report could not be taken in right now; send it again later.");
        }
    }

    private Results<JsonHttpResult<BuildAccepted>, ProblemHttpResult> Answer(ReportReceived received, long repository) => received switch
    {
        ReportReceived.Stored stored => TypedResults.Json(new BuildAccepted(stored.Delivery), HttpJson.Default.BuildAccepted, statusCode: StatusCodes.Status202Accepted),
        ReportReceived.Disbelieved wrong => Disbelieve(wrong.Sentence),
        ReportReceived.Wrong wrong => Refuse(StatusCodes.Status400BadRequest, wrong.Sentence),
        _ => Refuse(StatusCodes.Status404NotFound, $"This App knows no repository of the number {repository} (the claim repository_id): install it there, and start a hotfix."),
    };

    private ProblemHttpResult Disbelieve(string why)
    {
        Log.Disbelieved(logger, why);

        return Refuse(StatusCodes.Status401Unauthorized, $"The token is not believed: {why}");
    }

    private static ProblemHttpResult Refuse(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A report of a build was refused: {Why}")]
        public static partial void Disbelieved(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "A report of a build was not stored: {Why}")]
        public static partial void NotStored(ILogger logger, string why);
    }
}

/// <param name="Delivery">By which <c>hotfix deliveries show</c> finds it.</param>
internal sealed record BuildAccepted(string Delivery);
