using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.Support;

/// <summary>Calls functions that are no web pages, as the host does: chunked JSON, what is no object as JSON in a JSON string, and the answer judged as the host judges it.</summary>
internal sealed class FunctionsCalls(Uri app) : IDisposable
{
    private readonly HttpClient http = new();

    public Task<bool> QueueAsync(string function, string text, int takes, CancellationToken cancellationToken)
    {
        var metadata = new JsonObject { ["DequeueCount"] = $"{takes}", ["Id"] = Twice("f5f8d0e4"), ["PopReceipt"] = Twice("AgAAAA=="), ["sys"] = new JsonObject { ["MethodName"] = function } };

        return CallAsync(function, new() { ["Data"] = new JsonObject { ["doorbell"] = Twice(text) }, ["Metadata"] = metadata }, cancellationToken);
    }

    public Task<bool> TimerAsync(string function, CancellationToken cancellationToken) => CallAsync(
        function,
        new() { ["Data"] = new JsonObject { ["timer"] = new JsonObject { ["Schedule"] = new JsonObject { ["AdjustForDST"] = true }, ["IsPastDue"] = false } }, ["Metadata"] = new JsonObject { ["sys"] = new JsonObject { ["MethodName"] = function } } },
        cancellationToken);

    public void Dispose() => http.Dispose();

    /// <summary>False when it failed; a connection that breaks is a failure, too.</summary>
    /// <exception cref="InvalidOperationException">After such an answer the host waits for its limit and ends the program.</exception>
    private async Task<bool> CallAsync(string function, JsonObject envelope, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app, $"/{function}")) { Content = new StringContent(envelope.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.TryAddWithoutValidation("User-Agent", "Azure-Functions-Host/4.1037.0.0");

        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);

            return Judge(function, answer, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static bool Judge(string function, HttpResponseMessage answer, string body) => (answer.IsSuccessStatusCode, body) switch
    {
        (false, _) => false,
        (true, "" or "null") => throw new InvalidOperationException($"{function} answered {(int)answer.StatusCode} and nothing: the host would hang."),
        _ => answer.Content.Headers.ContentType?.MediaType == "application/json" && JsonNode.Parse(body) is JsonObject,
    };

    private static string Twice(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
