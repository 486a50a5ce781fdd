using System.Net;
using System.Net.Http.Headers;

namespace Hotfix.GitHub.Calls;

/// <summary>What GitHub answered, read to its end.</summary>
internal sealed class Answer(HttpStatusCode status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body)
{
    public HttpStatusCode Status => status;

    public ReadOnlyMemory<byte> Body => body;

    public bool IsSuccess => (int)status is >= 200 and < 300;

    public bool IsFailure => (int)status >= 500 || status == HttpStatusCode.RequestTimeout;

    /// <summary>What was asked for is not there (any more), or not for us to see.</summary>
    public bool IsGone => status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    public bool IsRedirect => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>GitHub's clock when it answered.</summary>
    public DateTimeOffset? Date => headers.Date;

    public Uri? Location => headers.Location;

    public RetryConditionHeaderValue? RetryAfter => headers.RetryAfter;

    public string? Header(string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
