using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Hotfix.Ports;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// Reads a list page by page, as far as the reader goes. Pages are never counted or built, only followed: <c>Link: &lt;…&gt;; rel="next"</c>.
/// Source: GitHub REST, "Using pagination in the REST API".
/// </summary>
internal static partial class Pages
{
    /// <summary>More pages than any list has that is read to its end: a chain of links this long is a circle.</summary>
    private const int MaxPages = 1000;

    public static async IAsyncEnumerable<T> PagesAsync<T>(
        this ICalls calls, Call first, GitHubUrl url, JsonTypeInfo<T[]> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, items) in calls.WholePagesAsync(first, url, type, MaxPages, cancellationToken))
        {
            foreach (var item in items)
            {
                yield return item;
            }
        }
    }

    /// <summary>The same with each page's address, for a list that may be longer, or whose reader goes on at that page another time.</summary>
    /// <param name="most">After so many pages it is taken for a circle.</param>
    public static async IAsyncEnumerable<(Uri Page, T[] Items)> WholePagesAsync<T>(
        this ICalls calls, Call first, GitHubUrl url, JsonTypeInfo<T[]> type, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = first;

        for (var page = 0; page < most; page++)
        {
            var answer = await calls.SendAsync(call, cancellationToken);

            yield return (call.Uri, answer.Read(call, type));

            if (answer.Next(call, url) is not { } next)
            {
                yield break;
            }

            call = call with { Uri = next };
        }

        throw new UnavailableException($"GitHub's links from page to page do not end ({first.What}).");
    }

    /// <summary>The address of the page after this one; null after the last. Our token goes with the call: nobody may lead it elsewhere.</summary>
    public static Uri? Next(this Answer answer, Call call, GitHubUrl url) =>
        answer.Header("Link") is { } link
        && NextLink().Match(link) is { Success: true } match
        && Uri.TryCreate(match.Groups[1].Value, UriKind.Absolute, out var next)
            ? url.IsOurs(next) ? next : throw new UnavailableException($"GitHub's link to the next page leads to another host ({call.What}).")
            : null;

    [GeneratedRegex("<([^<>]*)>[^<>]*;\\s*rel=\"?next\"?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextLink();
}
