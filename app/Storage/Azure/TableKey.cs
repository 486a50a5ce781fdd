using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Hotfix.Storage.Azure;

/// <summary>
/// The account's key, as Table Storage wants it proved: the date and the path as sent, signed. Of the query only <c>comp</c> would count, which we never send.
/// Source: Azure Storage REST, "Authorize with Shared Key", Shared Key Lite for the Table service.
/// </summary>
internal sealed class TableKey(AzureCredential.Key key) : IAccess
{
    public ValueTask ProveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var signed = $"{request.Headers.GetValues("x-ms-date").Single()}\n/{key.Account}{request.RequestUri!.AbsolutePath}";

        request.Headers.Authorization = new AuthenticationHeaderValue("SharedKeyLite", $"{key.Account}:{Convert.ToBase64String(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(signed)))}");

        return default;
    }
}
