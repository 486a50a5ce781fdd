using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Hotfix.Sandbox.Rest;

/// <summary>A request's way: read, fail on purpose or be answered, be logged, fail on purpose again, be written.</summary>
internal sealed class RestPipeline(SandboxState state, SandboxOptions options, SandboxFaults faults)
{
    private readonly RestLimits limits = new(state, options.RequestsPerHour);

    public SandboxFaults Faults { get; } = faults;

    /// <summary>What was asked for and is not served.</summary>
    public ConcurrentQueue<string> Unknown { get; } = new();

    public async Task HandleAsync(HttpContext context)
    {
        var request = await RestRequest.ReadAsync(context);
        var fault = Faults.Take(request.Method, request.Path);
        var answer = Answer(request, fault, context.Response.Headers);
        state.Changed.Raise();
        options.Exchanged?.Invoke(new SandboxExchange(request.Method, request.Target, request.Body, answer?.Status ?? 0, answer?.Body ?? default));

        if (answer is null)
        {
            context.Abort();
            return;
        }

        try
        {
            if (fault is SandboxFault.Slow)
            {
                await Faults.HoldAsync(context.RequestAborted);
            }

            await WriteAsync(context, answer);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client gave up waiting, as it should when GitHub is slow.
        }
    }

    /// <summary>Null when the connection is to be cut.</summary>
    private RestAnswer? Answer(RestRequest request, SandboxFault fault, IHeaderDictionary headers)
    {
        lock (state.Gate)
        {
            var answer = Before(fault) ?? (fault is SandboxFault.Drop ? null : After(fault, Route(request)));
            limits.Show(request, headers);
            state.Calls.Add(new SandboxCall(request.Method, request.Path, answer?.Status ?? 0, request.Repository?.Id, request.Issue));
            return answer;
        }
    }

    private RestAnswer? Before(SandboxFault fault) => fault switch
    {
        SandboxFault.ServerError => RestErrors.ServerError,
        SandboxFault.SecondaryLimit => RestErrors.SecondaryLimit,
        SandboxFault.RetryAfter => RestErrors.SecondaryLimit with { RetryAfter = Wait() },
        SandboxFault.TooManyRequests => RestErrors.TooManyRequests with { RetryAfter = Wait() },
        _ => null,
    };

    private static RestAnswer? After(SandboxFault fault, RestAnswer answer) => fault switch
    {
        SandboxFault.ServerErrorAfter => RestErrors.ServerError,
        SandboxFault.DropAfter => null,
        _ => answer,
    };

    private string Wait() => ((int)Math.Ceiling(Faults.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private RestAnswer Route(RestRequest request)
    {
        if ((GitDoor.Answer(request, state) ?? OidcDoor.Answer(request, state)) is { } file)
        {
            return file;
        }

        request.Route = RestRoutes.Find(request);

        if (request.Route is null)
        {
            Unknown.Enqueue($"{request.Method} {request.Path}");
            return RestErrors.NotFound;
        }

        if ((RestDoor.Refuse(request) ?? RestDoor.Authenticate(request, state) ?? limits.Refuse(request)) is { } refusal)
        {
            return refusal;
        }

        var answer = Matched(RestDoor.FindRepository(request, state) ?? Answer(request), request);

        if (answer.Status != 304)
        {
            limits.Count(request);
        }

        return answer;
    }

    private RestAnswer Answer(RestRequest request)
    {
        try
        {
            return request.Route!.Answer(request, state);
        }
        catch (RestRefusal refusal)
        {
            return refusal.Answer;
        }
    }

    /// <summary>Gives an answer to reading its ETag, and turns it into a 304 where the client has it already.</summary>
    private static RestAnswer Matched(RestAnswer answer, RestRequest request)
    {
        if (request.Method != "GET" || answer.Status != 200)
        {
            return answer;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span));
        var known = request.Headers.IfNoneMatch.ToString().Contains(hash, StringComparison.Ordinal);
        return (known ? new RestAnswer(304, default) : answer) with { ETag = $"W/\"{hash}\"", Link = answer.Link };
    }

    private async Task WriteAsync(HttpContext context, RestAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = state.Now.ToString("R", CultureInfo.InvariantCulture);
        response.Headers["x-github-media-type"] = "github.v3; format=json";
        response.Headers["x-github-api-version-selected"] = context.Request.Headers["X-GitHub-Api-Version"] is [{ } version] ? version : "2022-11-28";
        response.Headers.ETag = answer.ETag;
        response.Headers.Link = answer.Link;
        response.Headers.Location = answer.Location;
        response.Headers.RetryAfter = answer.RetryAfter;
        response.Headers["x-accepted-github-permissions"] = answer.Accepted;

        if (!answer.Body.IsEmpty)
        {
            response.ContentType = answer.Type;
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
