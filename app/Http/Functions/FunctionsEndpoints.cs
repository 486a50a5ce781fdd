using Hotfix.Handlers;

namespace Hotfix.Http.Functions;

/// <summary>What only the Functions host asks for, one path a function: each has a folder of that name in <c>functions/</c>. Mapped only where the host started us.</summary>
internal static class FunctionsEndpoints
{
    public static void Map(WebApplication app)
    {
        // The host asks every 25 ms until we are there, and now and then whether we still are.
        app.MapGet("/", () => TypedResults.Text("alive\n"));

        app.MapPost("/doorbell", (HttpContext context, Invocation call, DoorbellEndpoint doorbell) => call.AnswerAsync(context, stop => doorbell.AnswerAsync(context.Request, urgent: false, stop)));
        app.MapPost("/doorbell-urgent", (HttpContext context, Invocation call, DoorbellEndpoint doorbell) => call.AnswerAsync(context, stop => doorbell.AnswerAsync(context.Request, urgent: true, stop)));
        app.MapPost("/doorbell-poison", (HttpContext context, Invocation call, DoorbellEndpoint doorbell) => call.AnswerAsync(context, stop => doorbell.KeepAsync(context.Request, urgent: false, stop)));
        app.MapPost("/doorbell-urgent-poison", (HttpContext context, Invocation call, DoorbellEndpoint doorbell) => call.AnswerAsync(context, stop => doorbell.KeepAsync(context.Request, urgent: true, stop)));

        app.MapPost("/timer", (HttpContext context, Invocation call, TimedRound round, IEnumerable<ITimedWork> works) => call.AnswerAsync(context, stop => Task.WhenAll(works.Select(work => round.DoAsync(work, stop)))));
    }
}
