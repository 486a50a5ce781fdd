using System.Globalization;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// Sends a call once: dated, proved, within its time, and reads the answer to the end.
/// <para>Errors: <see cref="StoreUnavailableException"/> when no answer came; whether the call was carried out is then not known.</para>
/// </summary>
internal sealed class StorageWire(HttpClient http, IAccess access, TimeSpan timeout, TimeProvider time)
{
    /// <summary>Bearer tokens for tables need this or later; everything else is content with older ones.</summary>
    private const string Version = "2020-12-06";

    public async Task<StorageAnswer> SendAsync(StorageCall call, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        using var request = Request(call);

        try
        {
            await access.ProveAsync(request, either.Token);
            using var response = await http.SendAsync(request, either.Token);
            var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);

            return call.Read(new(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(either.Token)));
        }
        catch (OperationCanceledException wrong) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreUnavailableException($"The store at {call.Uri.Authority} did not answer within {timeout.TotalSeconds:0.#} s when asked to {call.What}.", wrong);
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException)
        {
            throw new StoreUnavailableException($"The connection to the store at {call.Uri.Authority} failed when it was asked to {call.What}: {wrong.Message.TrimEnd('.')}.", wrong);
        }
    }

    private HttpRequestMessage Request(StorageCall call)
    {
        var request = new HttpRequestMessage(call.Method, call.Uri);
        request.Headers.Add("x-ms-version", Version);
        request.Headers.Add("x-ms-date", time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        request.Headers.Add("DataServiceVersion", "3.0");

        // A request without content is sent again by .NET itself when a kept connection ends, and we would not hear of it: a read may be.
        if (call.Method != HttpMethod.Get)
        {
            request.Content = new ByteArrayContent(call.Body);

            if (call.ContentType is { } type)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type); // as it is signed
            }
        }

        return request;
    }
}
