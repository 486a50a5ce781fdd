using System.Collections.Concurrent;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// The store that many machines share: a table and queues of one storage account. Nothing is asked of it before the first document: a start waits for no network.
/// <para>Errors: <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal sealed class AzureStore : IStore
{
    private const string Name = "hotfix";

    private readonly ConcurrentDictionary<string, StorageQueue> queues = new(StringComparer.Ordinal);
    private readonly HttpClient http;
    private readonly TokenAccess? tokens;
    private readonly Func<string, StorageQueue> queue;

    private AzureStore(AzureAddress address, AzureOptions options, TimeProvider time, Random random, ILogger logger, Func<CancellationToken, Task<IdentityToken>> identity)
    {
        http = StorageHttp.Create(isEmulator: address.Tables.Scheme == Uri.UriSchemeHttp);
        tokens = address.Credential is AzureCredential.Identity ? new(identity, time) : null;

        var (forTables, forQueues) = address.Credential switch
        {
            AzureCredential.Key key => ((IAccess)new TableKey(key), (IAccess)new QueueKey(key)),
            AzureCredential.Sas sas => (new SasAccess(sas), new SasAccess(sas)),
            _ => (tokens!, tokens!),
        };

        StorageCalls Calls(IAccess access) => new(new StorageWire(http, access, options.Timeout, time), options, time, random, logger);

        Documents = new TableDocuments(new(address.Tables, Name), Calls(forTables));

        var queueCalls = Calls(forQueues);
        queue = name => new(new QueueOfMessages(address.Queues, $"{Name}-{name}", queueCalls), new QueueOfMessages(address.Queues, $"{Name}-{name}-urgent", queueCalls), time);
    }

    public IDocuments Documents { get; }

    /// <param name="clientId">Of a user-assigned identity.</param>
    public static AzureStore Open(AzureAddress address, TimeProvider time, Random random, ILogger logger, string? clientId = null, AzureOptions? options = null) =>
        new(address, options ?? AzureOptions.Default, time, random, logger, MachineIdentity.Tokens(clientId));

    public IQueue Queue(string name) => queues.GetOrAdd(name, queue);

    public void Dispose()
    {
        http.Dispose();
        tokens?.Dispose();
    }
}
