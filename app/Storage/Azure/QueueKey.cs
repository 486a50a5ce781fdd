using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Hotfix.Storage.Azure;

/// <summary>
/// The account's key, as Queue Storage wants it proved: method, length, type, every <c>x-ms-</c> header, path and query, signed.
/// Source: Azure Storage REST, "Authorize with Shared Key", Blob, Queue and File services.
/// </summary>
internal sealed class QueueKey(AzureCredential.Key key) : IAccess
{
    public ValueTask ProveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var length = request.Content?.Headers.ContentLength is > 0 and var bytes ? $"{bytes}" : "";
        var headers = string.Concat(Ours(request).Order(StringComparer.Ordinal));

        // The empty lines are headers we do not send: encoding, language, MD5; the date (it is among our headers); the conditions and the range.
        var signed = $"{request.Method}\n\n\n{length}\n\n{request.Content?.Headers.ContentType}\n\n\n\n\n\n\n{headers}/{key.Account}{request.RequestUri!.AbsolutePath}{Query(request.RequestUri)}";

        request.Headers.Authorization = new AuthenticationHeaderValue("SharedKey", $"{key.Account}:{Convert.ToBase64String(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(signed)))}");

        return default;
    }

    private static IEnumerable<string> Ours(HttpRequestMessage request) =>
        from header in request.Headers where header.Key.StartsWith("x-ms-", StringComparison.Ordinal) select $"{header.Key}:{header.Value.Single()}\n";

    private static string Query(Uri uri) =>
        string.Concat(uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => $"\n{pair[0]}:{Uri.UnescapeDataString(pair[1])}").Order(StringComparer.Ordinal));
}
