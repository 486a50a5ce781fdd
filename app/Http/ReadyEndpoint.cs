using System.Text.Json.Serialization;
using Hotfix.GitHub.Access;
using Hotfix.Handlers.Missed;
using Hotfix.Ports;
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
    private readonly SweepLedger sweeps;
    private readonly ListingLedger listings;
    private readonly TimeProvider time;
    private readonly Remembered<Readiness> readiness;

    public ReadyEndpoint(StoreProbe store, AppProbe app, SweepLedger sweeps, ListingLedger listings, TimeProvider time)
    {
        this.store = store;
        this.app = app;
        this.sweeps = sweeps;
        this.listings = listings;
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

        return new([.. missing.SelectMany(sentences => sentences)], time.GetUtcNow(), await SweptAsync());
    }

    /// <summary>For whoever looks: a store that is away is named among what is missing.</summary>
    private async Task<SweepReadiness?> SweptAsync()
    {
        try
        {
            return await sweeps.ReadAsync(CancellationToken.None) is { } sweep
                ? new(sweep.EndedAt, sweep.SweptTo, sweep.Recovered, sweep.GivenUp, await listings.ReadAsync(CancellationToken.None) is { } listing && listing.IsNews(time.GetUtcNow()) ? ListingReadiness.Of(listing) : null)
                : null;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}

/// <summary>What is missing, a sentence each; when that was looked at (UTC); and how the last search for missed deliveries ended, once there was one.</summary>
internal sealed record Readiness(IReadOnlyList<string> Missing, DateTimeOffset CheckedAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SweepReadiness? MissedDeliveries)
{
    [JsonPropertyOrder(-1)]
    public bool Ready => Missing.Count == 0;
}

/// <summary>When missed deliveries were last looked for; up to which time (GitHub's clock) everything was dealt with; how many were recovered since the store was made; how many were lately given up; and how far the last listing is, once an outage was so long that there was one; for a week after its end.</summary>
internal sealed record SweepReadiness(
    DateTimeOffset EndedAt, DateTimeOffset? SweptTo, int Recovered, int GivenUp, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ListingReadiness? Listing);

/// <summary>What changed from a time to another is listed: how many repositories there are (as far as they are known), how many are done, how many could not be listed, how many events that made; and when it ended, null while it is under way.</summary>
internal sealed record ListingReadiness(DateTimeOffset Since, DateTimeOffset Until, int Repositories, int Done, int Skipped, int Events, DateTimeOffset? EndedAt)
{
    public static ListingReadiness Of(Listing listing) => new(listing.Since, listing.Until, listing.Repositories, listing.Done, listing.Skipped, listing.Events, listing.EndedAt);
}
