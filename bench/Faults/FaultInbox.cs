using Hotfix.Handlers;
using Hotfix.Ports;

namespace Hotfix.Bench.Faults;

/// <summary>What the store holds, seen from beside the program.</summary>
internal static class FaultInbox
{
    /// <summary>What became of each delivery, by its id.</summary>
    public static async Task<IReadOnlyDictionary<string, DeliveryStatus>> ReadAsync(IStore store, CancellationToken cancellationToken)
    {
        var list = new DeliveryList(store.Documents, new(store.Documents), TimeProvider.System);
        var found = new Dictionary<string, DeliveryStatus>();

        await foreach (var delivery in list.NewestAsync(cancellationToken))
        {
            found[delivery.Head.Id] = delivery.Head.Status;
        }

        return found;
    }

    public static async Task<int> DoorbellsAsync(IStore store, CancellationToken cancellationToken) => (await store.Queue(Services.Doorbells).StateAsync(cancellationToken)).Count;
}
