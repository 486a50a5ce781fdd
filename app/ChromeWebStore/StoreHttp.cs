using System.Net;

namespace Hotfix.ChromeWebStore;

/// <summary>The HTTP client for the store and for Google's token endpoints: it follows no redirect (a token stays with the host it was meant for), keeps no cookie, and says who calls.</summary>
internal static class StoreHttp
{
    private const int MaxAnswer = 16 * 1024 * 1024;

    public static HttpClient Create(HttpMessageHandler? wire = null)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client disposes its handler
        var http = new HttpClient(wire ?? Network()) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxAnswer }; // each call has its own time
#pragma warning restore CA2000
        http.DefaultRequestHeaders.Add("User-Agent", $"Hotfix/{typeof(StoreHttp).Assembly.GetName().Version?.ToString(3)}");

        return http;
    }

    private static SocketsHttpHandler Network() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
    };
}
