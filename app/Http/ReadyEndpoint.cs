using System.Text.Json.Serialization;
using Hotfix.GitHub.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotfix.Http;

/// <summary>
/// <c>GET /ready</c>: whether a delivery that comes now can be stored and handled. Anybody may ask, so the answer is kept for a while: asking often costs neither GitHub calls nor writes.
/// <para>Shape: <see cref="Readiness"/> as JSON. Answers: 200 when nothing is missing, else 503.</para>
/// </summary>
internal sealed class ReadyEndpoint
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly StoreProbe store;
    private readonly AppProbe app;
    private readonly TimeProvider time;
    private readonly Remembered<Readiness> readiness;

    public ReadyEndpoint(StoreProbe store, AppProbe app, TimeProvider time)
    {
        this.store = store;
        this.app = app;
        this.time = time;
        readiness = new(AskAsync, kept => time.GetUtcNow() < kept.CheckedAt + Kept);
    }

    public async Task<JsonHttpResult<Readiness>> AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var answer = await readiness.GetAsync(context.RequestAborted);

        return TypedResults.Json(answer, HttpJson.Default.Readiness, statusCode: answer.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Belongs to nobody who asks: one who gives up leaves it running for the others.</summary>
    private async Task<Readiness> AskAsync()
    {
        var missing = await Task.WhenAll(store.MissingAsync(CancellationToken.None), app.MissingAsync(CancellationToken.None));

        return new([.. missing.SelectMany(sentences => sentences)], time.GetUtcNow());
    }
}

/// <summary>What is missing, a sentence each; and when that was looked at (UTC).</summary>
internal sealed record Readiness(IReadOnlyList<string> Missing, DateTimeOffset CheckedAt)
{
    [JsonPropertyOrder(-1)]
    public bool Ready => Missing.Count == 0;
}
