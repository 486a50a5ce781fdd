namespace Hotfix.Storage.Azure;

/// <summary>
/// A request before it is dated, proved and sent; it can be sent again.
/// </summary>
/// <param name="What">For sentences: "the store … when asked to {What}".</param>
internal sealed record StorageCall(HttpMethod Method, Uri Uri, string What)
{
    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }

    /// <summary>What is read out of an answer that holds several: a batch is answered "accepted" whatever became of it.</summary>
    public Func<StorageAnswer, StorageAnswer> Read { get; init; } = answer => answer;
}
