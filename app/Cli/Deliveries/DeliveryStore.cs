using Hotfix.Handlers;
using Hotfix.Handlers.Issues;
using Hotfix.Handlers.Missed;
using Hotfix.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Cli.Deliveries;

/// <summary>
/// The store that HOTFIX_STORE names (environment or <c>appsettings.json</c>), opened beside the server's process, with what the verbs need of it. One that is not there is not made.
/// <para>Errors: <see cref="SettingsException"/> and <see cref="StoreUnavailableException"/>, one sentence each.</para>
/// </summary>
internal sealed class DeliveryStore : IDisposable
{
    private readonly IStore store;

    private DeliveryStore(IStore store)
    {
        this.store = store;
        var index = new DeliveryIndex(store.Documents);
        List = new(store.Documents, index, TimeProvider.System);
        Sweeps = new(store.Documents);
        Listings = new(store.Documents);
        Due = new(store.Documents, TimeProvider.System);
        Inbox = new(store.Documents, store.Queue(Services.Doorbells), index, TimeProvider.System);
    }

    public DeliveryList List { get; }

    public SweepLedger Sweeps { get; }

    public ListingLedger Listings { get; }

    public DueList Due { get; }

    public Inbox Inbox { get; }

    public static DeliveryStore Open()
    {
        var settings = new ConfigurationBuilder().SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        var address = StoreAddress.Read(settings);

        return address is StoreAddress.Sqlite { Path: var file } && !File.Exists(file)
            ? throw new SettingsException($"There is no store at '{Path.GetFullPath(file)}': set HOTFIX_STORE to the one the server uses, like sqlite:hotfix.db.")
            : new(address.Open(TimeProvider.System, Random.Shared, NullLoggerFactory.Instance));
    }

    /// <summary>The delivery of this id.</summary>
    /// <exception cref="SettingsException">One sentence that names the nearest there is.</exception>
    public async Task<ListedDelivery> FindAsync(string id, CancellationToken cancellationToken) =>
        IsId(id) && await List.FindAsync(id, cancellationToken) is { } found ? found : throw await UnknownAsync(id, cancellationToken);

    /// <summary>GitHub's ids are GUIDs; those of deliveries that we send ourselves are words and numbers.</summary>
    private static bool IsId(string id) => id.Length is > 1 and <= 200 && id.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    public void Dispose() => store.Dispose();

    private async Task<SettingsException> UnknownAsync(string id, CancellationToken cancellationToken)
    {
        var nearest = id.All(character => char.IsAsciiHexDigit(character) || character == '-') ? await List.NearestAsync(id, cancellationToken) : null;
        var hint = nearest is null ? "`hotfix deliveries` lists those there are" : $"did you mean {nearest}?";

        return new($"There is no delivery '{Visible.Of(id)}' in the store: {hint}{(nearest is null ? "." : "")}");
    }
}
