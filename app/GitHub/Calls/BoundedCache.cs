namespace Hotfix.GitHub.Calls;

/// <summary>Keeps the values used last, as many as weigh no more than the capacity together. One that weighs more alone is not kept, and drives no other out.</summary>
internal sealed class BoundedCache<TKey, TValue>(long capacity, Func<TValue, long> weigh)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Item>> items = [];
    private readonly LinkedList<Item> byUse = []; // the one used last comes first
    private long weight;

    public TValue? Find(TKey key)
    {
        lock (gate)
        {
            if (!items.TryGetValue(key, out var node))
            {
                return null;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);

            return node.Value.Value;
        }
    }

    public void Put(TKey key, TValue value)
    {
        lock (gate)
        {
            if (items.TryGetValue(key, out var old))
            {
                Remove(old);
            }

            var item = new Item(key, value, weigh(value));

            if (item.Weight > capacity)
            {
                return;
            }

            items.Add(key, byUse.AddFirst(item));
            weight += item.Weight;

            while (weight > capacity && byUse.Last is { } least)
            {
                Remove(least);
            }
        }
    }

    private void Remove(LinkedListNode<Item> node)
    {
        byUse.Remove(node);
        items.Remove(node.Value.Key);
        weight -= node.Value.Weight;
    }

    private sealed record Item(TKey Key, TValue Value, long Weight);
}
