using System.Net;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// Keeps answers to reads and asks GitHub to confirm them by ETag: a 304 costs nothing of the hourly limit. Nothing is ever answered without asking.
/// Source: GitHub, "Best practices for using the REST API", conditional requests.
/// </summary>
internal sealed class Cached(long capacity, ICalls next) : ICalls
{
    private readonly BoundedCache<Key, Entry> cache = new(capacity, entry => entry.Answer.Body.Length + Entry.Overhead);

    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        if (!call.IsRead || call.IsQuery) // a question to the GraphQL API has no ETag, and no address of its own
        {
            return await next.SendAsync(call, cancellationToken);
        }

        var key = new Key(call.Installation, call.Accept, call.Uri.AbsoluteUri);
        var kept = cache.Find(key);
        var answer = await next.SendAsync(call with { IfNoneMatch = kept?.ETag }, cancellationToken);

        if (kept is not null && answer.Status == HttpStatusCode.NotModified)
        {
            return kept.Answer;
        }

        if (answer.Status == HttpStatusCode.OK && answer.Header("ETag") is { } tag)
        {
            cache.Put(key, new Entry(tag, answer));
        }

        return answer;
    }

    /// <summary>What one installation may see another may not, and another media type is another body.</summary>
    private sealed record Key(long Installation, string Accept, string Address);

    private sealed record Entry(string ETag, Answer Answer)
    {
        /// <summary>Bytes: about what key and headers weigh.</summary>
        public const int Overhead = 2048;
    }
}
