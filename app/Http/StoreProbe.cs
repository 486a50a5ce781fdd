using Hotfix.Ports;

namespace Hotfix.Http;

/// <summary>Whether the store answers: a document is written and read back. Where the store is stands in the log, and in no answer to a stranger.</summary>
internal sealed partial class StoreProbe(IDocuments documents, ILogger<StoreProbe> logger)
{
    /// <summary>Belongs to the process that looks, and not to what is kept.</summary>
    public const string Partition = "probe";

    private const string Row = "ready";

    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await documents.WriteAsync(Partition, [new DocumentWrite.Set(Row, "ready"u8.ToArray())], cancellationToken);

            return await documents.FindAsync(Partition, Row, cancellationToken) is null ? ["The store does not give back what it was given."] : [];
        }
        catch (StoreUnavailableException wrong)
        {
            Log.NotReady(logger, wrong.Message);

            return ["The store cannot be read and written; the log says why."];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Not ready: {Why}")]
        public static partial void NotReady(ILogger logger, string why);
    }
}
