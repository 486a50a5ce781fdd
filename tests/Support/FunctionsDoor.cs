using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hotfix.Tests.Support;

/// <summary>The host's door to the world: what fits a route is passed on with its path, headers and bytes, with the host's own marks; anything else is its 404. No redirect is followed.</summary>
internal sealed class FunctionsDoor : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication server;

    private FunctionsDoor(WebApplication server) => this.server = server;

    public Uri Url => new(server.Urls.First());

    public static async Task<FunctionsDoor> OpenAsync(IReadOnlyList<(string Method, string Path)> routes, Uri app, bool isProxying)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 104_857_600).UseUrls("http://127.0.0.1:0");
        var door = new FunctionsDoor(builder.Build());
        door.server.Run(context => routes.Any(route => route.Method == context.Request.Method && context.Request.Path.Equals(route.Path, StringComparison.OrdinalIgnoreCase))
            ? door.PassAsync(context, app, isProxying)
            : Task.FromResult(context.Response.StatusCode = StatusCodes.Status404NotFound));
        await door.server.StartAsync();

        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task PassAsync(HttpContext context, Uri app, bool isProxying)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(app, context.Request.Path + context.Request.QueryString));

        // Rebuilt, a body without a length is lost; proxied, it is streamed.
        if (context.Request.ContentLength > 0 || isProxying)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is not ("Host" or "Connection") && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        request.Headers.TryAddWithoutValidation(isProxying ? "x-ms-invocation-id" : "User-Agent", isProxying ? Guid.NewGuid().ToString() : "Azure-Functions-Host/4.1037.0.0");

        using var answer = await http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();

        if (context.Response.StatusCode != StatusCodes.Status204NoContent)
        {
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }
}
