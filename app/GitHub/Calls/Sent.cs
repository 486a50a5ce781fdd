using System.Net.Http.Headers;
using Hotfix.Ports;

namespace Hotfix.GitHub.Calls;

/// <summary>The last step: the call goes over the wire, is counted, and its answer is read to the end, all within the call's time.</summary>
internal sealed class Sent(HttpClient http, CallMeter meter, TimeSpan timeout, TimeProvider time) : ICalls
{
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        using var request = Request(call);

        meter.Count();

        try
        {
            using var response = await http.SendAsync(request, either.Token);

            return new Answer(response.StatusCode, response.Headers, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unanswered(call, $"GitHub did not answer within {timeout.TotalSeconds:0.#} s when asked to {call.What}", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unanswered(call, $"The connection to GitHub failed when it was asked to {call.What}", exception);
        }
    }

    private static HttpRequestMessage Request(Call call)
    {
        var request = new HttpRequestMessage(call.Method, call.Uri);

        request.Headers.TryAddWithoutValidation("Accept", call.Accept);

        if (call.Authorization is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        }

        if (call.IfNoneMatch is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = call.ContentType is { } type ? new MediaTypeHeaderValue(type) : new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        return request;
    }

    private static UnavailableException Unanswered(Call call, string what, Exception exception) => new(what + Verdict.Doubt(call), exception);
}
