namespace Hotfix.Tests.GitHub;

/// <summary>A request as it arrived; the message itself may be gone by the time a test looks.</summary>
internal sealed record Seen(HttpMethod Method, Uri Uri, string? Token, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public override string ToString() => $"{Method} {Uri.PathAndQuery}";

    public static async Task<Seen> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(
        request.Method,
        request.RequestUri!,
        request.Headers.Authorization?.Parameter,
        request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "");
}
