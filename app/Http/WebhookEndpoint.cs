using Hotfix.GitHub;
using Hotfix.Handlers;
using Hotfix.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotfix.Http;

/// <summary>
/// <c>POST /webhooks/github</c>: a delivery is verified, stored, and answered at once; the work comes later. Nothing is answered 2xx that is not on disk.
/// <para>Shape: JSON up to 25 MB with the headers <c>X-GitHub-Event</c>, <c>X-GitHub-Delivery</c>, <c>X-Hub-Signature-256</c>.</para>
/// <para>Answers: 202 stored (or stored before), 204 genuine but not our business (and not stored), 400 a header is missing or the body is no webhook, 401 wrong or missing signature,
/// 413 too large, 415 not JSON (a webhook set to "form"), 503 the store cannot be written.</para>
/// <para>Source: GitHub docs, "Webhook events and payloads" (delivery headers, payload cap) and "Validating webhook deliveries".</para>
/// </summary>
internal sealed partial class WebhookEndpoint(WebhookSignature signature, Receiving receiving, ILogger<WebhookEndpoint> logger)
{
    public const string Path = "/webhooks/github";

    /// <summary>Bytes. GitHub sends no payload that is larger.</summary>
    public const int MaxBodyBytes = 25 * 1024 * 1024;

    private const string Unsigned = "X-Hub-Signature-256 is missing or was not made with the App's webhook secret.";

    public async Task<Results<StatusCodeHttpResult, NoContent, ProblemHttpResult>> ReceiveAsync(HttpContext context)
    {
        var request = context.Request;

        if (!request.HasJsonContentType())
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "The webhook's content type must be application/json; set it in the App's webhook settings.");
        }

        if (request.Headers["X-Hub-Signature-256"].Count == 0)
        {
            return Refuse(StatusCodes.Status401Unauthorized, Unsigned);
        }

        if (await RequestBody.ReadAsync(request, MaxBodyBytes, context.RequestAborted) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, $"A delivery has at most {MaxBodyBytes} bytes.");
        }

        if (!signature.IsValid(body.Span, request.Headers["X-Hub-Signature-256"]))
        {
            return Refuse(StatusCodes.Status401Unauthorized, Unsigned);
        }

        if (request.Headers["X-GitHub-Event"].ToString() is not { Length: > 0 } name)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The header X-GitHub-Event is missing.");
        }

        if (request.Headers["X-GitHub-Delivery"].ToString() is not { } id || !IsDeliveryId(id))
        {
            return Refuse(StatusCodes.Status400BadRequest, "The header X-GitHub-Delivery is missing, or is not the GUID of a delivery.");
        }

        return receiving.IsOurs(name) ? await StoreAsync(id, name, body, context.RequestAborted) : TypedResults.NoContent();
    }

    private async Task<Results<StatusCodeHttpResult, NoContent, ProblemHttpResult>> StoreAsync(string id, string name, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            return await receiving.ReceiveAsync(id, name, body, cancellationToken) == Received.Useless ? TypedResults.NoContent() : TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (FormatException wrong)
        {
            return Refuse(StatusCodes.Status400BadRequest, wrong.Message);
        }
        catch (StoreUnavailableException wrong)
        {
            Log.NotStored(logger, id, wrong.Message);

            return Refuse(StatusCodes.Status503ServiceUnavailable, "The delivery could not be stored. Redeliver it later.");
        }
    }

    private static bool IsDeliveryId(string id) => Guid.TryParseExact(id, "D", out _);

    private static ProblemHttpResult Refuse(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} was not stored: {Why}")]
        public static partial void NotStored(ILogger logger, string id, string why);
    }
}
