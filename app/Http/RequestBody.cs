namespace Hotfix.Http;

/// <summary>The raw bytes of a request, exactly as they came: a signature is over these.</summary>
internal static class RequestBody
{
    private const int FirstBytes = 64 * 1024;

    /// <summary>Null when there are more than <paramref name="limit"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, FirstBytes)); // what a stranger announces is not made room for
        var buffer = new byte[FirstBytes];

        while (await request.Body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
