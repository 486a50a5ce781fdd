using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>
/// The deliveries of the App's webhook, read in the App's own name.
/// <para>Source: GitHub REST, "List deliveries for an app webhook" (pages by cursor, never by number) and "Get a delivery for an app webhook". The list's own filter
/// <c>status=failure</c> is not used: it leaves out attempts that nobody answered.</para>
/// </summary>
/// <param name="mostPages">Of 100 attempts each. By default more than 38 attempts a second make in the three days that GitHub keeps them.</param>
internal sealed class GitHubHookDeliveries(GitHubUrl url, ICalls asApp, int mostPages = 100_000) : IHookDeliveries
{
    public async IAsyncEnumerable<DeliveryAttempt> AttemptsAsync(string? page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page of another GitHub, from before the setting was changed, leads nowhere
        var from = Uri.TryCreate(page, UriKind.Absolute, out var there) && url.IsOurs(there) ? there : new Uri($"{url.Of("app", "hook", "deliveries").AbsoluteUri}?per_page=100");
        var first = new Call(HttpMethod.Get, from, Call.App, "list the deliveries of the App's webhook");

        await foreach (var (at, attempts) in asApp.WholePagesAsync(first, url, HookJson.Default.HookAttemptArray, mostPages, cancellationToken))
        {
            foreach (var attempt in attempts)
            {
                yield return new(attempt.Id, attempt.Guid, attempt.Event, attempt.DeliveredAt, attempt.StatusCode) { Page = at.AbsoluteUri };
            }
        }
    }

    public async Task<ReadOnlyMemory<byte>> PayloadAsync(long attempt, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Get, url.Of("app", "hook", "deliveries", attempt.ToString(CultureInfo.InvariantCulture)), Call.App, "read a delivery of the App's webhook");
        var whole = (await asApp.SendAsync(call, cancellationToken)).Read(call, HookJson.Default.HookAttemptWhole);

        return whole.Request.Payload is { ValueKind: JsonValueKind.Object } payload
            ? JsonMarshal.GetRawUtf8Value(payload).ToArray()
            : throw new FormatException("GitHub does not hold what it sent.");
    }
}
