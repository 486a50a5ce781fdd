namespace Hotfix.Storage.Azure;

/// <summary>The HTTP client for a storage account.</summary>
internal static class StorageHttp
{
    public static HttpClient Create(bool isEmulator)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client disposes its handler
        var http = new HttpClient(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null, // our spans are nothing to Azure
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(isEmulator ? 3 : 60), // shorter than the server's: Azurite closes after five seconds
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a change of Azure's addresses is noticed
            UseCookies = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // each try has its own
        };
#pragma warning restore CA2000

        http.DefaultRequestHeaders.Add("User-Agent", $"Hotfix/{typeof(StorageHttp).Assembly.GetName().Version?.ToString(3)}");

        return http;
    }
}
