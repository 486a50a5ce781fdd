namespace Hotfix.Storage.Azure;

/// <summary>A shared access signature goes into the query of every request.</summary>
internal sealed class SasAccess(AzureCredential.Sas sas) : IAccess
{
    public ValueTask ProveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        request.RequestUri = new($"{uri.AbsoluteUri}{(uri.Query.Length > 0 ? '&' : '?')}{sas.Query}");

        return default;
    }
}
