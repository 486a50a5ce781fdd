using System.Globalization;
using System.Net;

namespace Hotfix.Storage.Azure;

/// <summary>
/// One queue of Queue Storage, in our words. It is made by the first message that misses it; who takes from one that is not there finds nothing. Times are whole seconds, rounded up.
/// <para>Unknown outcomes: a message put twice rings twice, which does no harm; one taken without our hearing of it comes back; one that is gone when a delete is repeated was deleted.</para>
/// </summary>
internal sealed class QueueOfMessages(Uri account, string name, StorageCalls calls)
{
    /// <summary>As many as one peek shows.</summary>
    private const int PeekMessages = 32;

    private readonly string root = $"{account.AbsoluteUri.TrimEnd('/')}/{name}";

    public async Task PutAsync(string text, DateTimeOffset due, TimeSpan delay, CancellationToken cancellationToken)
    {
        var call = new StorageCall(HttpMethod.Post, new($"{root}/messages?visibilitytimeout={Seconds(delay)}&messagettl=-1"), "put a message") { Body = StoredMessage.Xml(text, due), ContentType = "application/xml" };
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Code == "QueueNotFound")
        {
            await MakeAsync(cancellationToken);
            answer = await calls.SendAsync(call, cancellationToken);
        }

        _ = Successful(call, answer);
    }

    public async Task<StoredMessage?> TakeAsync(TimeSpan hidden, CancellationToken cancellationToken) =>
        await ListAsync(new(HttpMethod.Get, new($"{root}/messages?numofmessages=1&visibilitytimeout={Seconds(hidden)}"), "take a message"), cancellationToken) is [var message, ..] ? message : null;

    /// <summary>Those that can be taken, without taking them.</summary>
    public Task<IReadOnlyList<StoredMessage>> PeekAsync(CancellationToken cancellationToken) =>
        ListAsync(new(HttpMethod.Get, new(string.Create(CultureInfo.InvariantCulture, $"{root}/messages?peekonly=true&numofmessages={PeekMessages}")), "look at its messages"), cancellationToken);

    /// <returns>The new receipt; null for a stale one.</returns>
    public async Task<string?> HideAsync(string id, string receipt, string text, DateTimeOffset due, TimeSpan hidden, CancellationToken cancellationToken)
    {
        var call = new StorageCall(HttpMethod.Put, new($"{Message(id, receipt)}&visibilitytimeout={Seconds(hidden)}"), "hide a message") { Body = StoredMessage.Xml(text, due), ContentType = "application/xml" };
        var answer = await calls.SendAsync(call, cancellationToken);

        return IsStale(answer) ? null : Successful(call, answer).Headers["x-ms-popreceipt"];
    }

    public async Task<bool> DeleteAsync(string id, string receipt, CancellationToken cancellationToken)
    {
        var call = new StorageCall(HttpMethod.Delete, new(Message(id, receipt)), "delete a message");
        var answer = await calls.SendAsync(call, cancellationToken);

        return IsStale(answer) ? answer is { IsInDoubt: true, Code: "MessageNotFound" } : Successful(call, answer).IsSuccess;
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var call = new StorageCall(HttpMethod.Get, new($"{root}?comp=metadata"), "count its messages");
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.Status == HttpStatusCode.NotFound ? 0 : int.Parse(Successful(call, answer).Headers["x-ms-approximate-messages-count"], CultureInfo.InvariantCulture);
    }

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static StorageAnswer Successful(StorageCall call, StorageAnswer answer) => answer.IsSuccess ? answer : throw StorageCalls.Refused(call, answer);

    /// <summary>Another receipt by now, or deleted, or no receipt at all: it is not ours.</summary>
    private static bool IsStale(StorageAnswer answer) => answer.Status == HttpStatusCode.NotFound || answer is { Status: HttpStatusCode.BadRequest, Code: "PopReceiptMismatch" or "InvalidQueryParameterValue" };

    private string Message(string id, string receipt) => $"{root}/messages/{Uri.EscapeDataString(id)}?popreceipt={Uri.EscapeDataString(receipt)}";

    private async Task<IReadOnlyList<StoredMessage>> ListAsync(StorageCall call, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.Status == HttpStatusCode.NotFound ? [] : StoredMessage.List(Successful(call, answer).Body);
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        var call = new StorageCall(HttpMethod.Put, new(root), $"make the queue {name}");
        _ = Successful(call, await calls.SendAsync(call, cancellationToken));
    }
}
