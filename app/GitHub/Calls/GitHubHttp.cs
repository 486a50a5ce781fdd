using System.Net;

namespace Hotfix.GitHub.Calls;

/// <summary>The HTTP client that <see cref="Sent"/> sends with, as GitHub wants it: it says who calls and which version of the API, and follows no redirect by itself.</summary>
internal static class GitHubHttp
{
    public static HttpClient Create(HttpMessageHandler? wire)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client disposes its handler
        var http = new HttpClient(wire ?? Network())
        {
            Timeout = Timeout.InfiniteTimeSpan, // each call has its own
            MaxResponseContentBufferSize = 64 * 1024 * 1024, // a page of 100 comments, all as long as can be and escaped, has about 40 MB
        };
#pragma warning restore CA2000

        http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
        http.DefaultRequestHeaders.Add("User-Agent", $"Hotfix/{typeof(GitHubHttp).Assembly.GetName().Version?.ToString(3)}");

        return http;
    }

    /// <summary>For the issuer of workflows' tokens, which is no part of the API: small documents, and no redirect.</summary>
    public static HttpClient OfIssuer(TimeSpan timeout)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client disposes its handler
        var http = new HttpClient(Network()) { Timeout = timeout, MaxResponseContentBufferSize = 256 * 1024 };
#pragma warning restore CA2000

        http.DefaultRequestHeaders.Add("User-Agent", $"Hotfix/{typeof(GitHubHttp).Assembly.GetName().Version?.ToString(3)}");

        return http;
    }

    private static SocketsHttpHandler Network() => new()
    {
        ActivityHeadersPropagator = null, // our spans are nothing to GitHub
        AllowAutoRedirect = false, // see Redirected
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a change of GitHub's addresses is noticed
        UseCookies = false,
    };
}
