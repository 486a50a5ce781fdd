using System.Net.Http.Headers;

namespace Hotfix.ChromeWebStore;

/// <summary>One request to the store or to a token endpoint.</summary>
/// <param name="What">What it is for, as it fits into "The store refused to …".</param>
internal sealed record StoreCall(HttpMethod Method, Uri Uri, string What)
{
    public const string Store = "The store";
    public const string Tokens = "Google's token endpoint";
    public const string Sts = "Google's Security Token Service";
    public const string Iam = "Google's IAM";

    /// <summary>Who answers, at the beginning of a sentence.</summary>
    public string Who { get; init; } = Store;

    public ReadOnlyMemory<byte>? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public Secret? Authorization { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>May be sent again when it is not known what became of it.</summary>
    public bool IsRepeatable { get; init; }

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(Method, Uri);
        request.Headers.Accept.Add(new("application/json"));

        if (Authorization is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers.Add(name, value);
        }

        if (Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new(ContentType) } };
        }

        return request;
    }
}

/// <summary>What was answered, read to its end.</summary>
internal sealed record StoreAnswer(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Worth asking again: a limit, or a failure of theirs.</summary>
    public bool IsPassing => Status is 408 or 429 or >= 500;
}
