namespace Hotfix.Http;

/// <summary>Every path the program answers, in one list.</summary>
internal static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost(WebhookEndpoint.Path, (HttpContext context, WebhookEndpoint endpoint) => endpoint.ReceiveAsync(context));

        app.MapPost(BuildEndpoint.Path, (HttpContext context, BuildEndpoint endpoint) => endpoint.ReceiveAsync(context));

        // Alive, and nothing more: no store, no GitHub.
        app.MapGet("/health", () => TypedResults.Text("alive\n"));

        app.MapGet("/ready", (HttpContext context, ReadyEndpoint endpoint) => endpoint.AnswerAsync(context));

        app.MapGet(SchemaEndpoint.Path, (HttpContext context) => SchemaEndpoint.Answer(context));
    }
}
