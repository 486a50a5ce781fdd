namespace Hotfix.Handlers.Missed;

/// <summary>
/// What a sweep knows of the deliveries that are not in the inbox, while it runs: there may be thousands, of which each is asked for and changed by its id. <see cref="Told"/> is what is written down of it.
/// </summary>
internal sealed class Sweeping
{
    private readonly Sweep begun;

    /// <summary>In the order in which they were dealt with: where there are too many, the first are forgotten.</summary>
    private readonly LinkedList<MissedDelivery> outside = [];

    private readonly Dictionary<string, LinkedListNode<MissedDelivery>> found = [];
    private int recovered;

    public Sweeping(Sweep begun)
    {
        this.begun = begun;

        foreach (var missed in begun.Outside)
        {
            Put(missed);
        }
    }

    /// <summary>The sweep with all that was learnt.</summary>
    public Sweep Told => begun with { Outside = [.. outside], Recovered = begun.Recovered + recovered };

    /// <summary>How often fetching it failed so far; null when there is nothing to be done about it any more.</summary>
    public int? TriesOf(string delivery) => found.GetValueOrDefault(delivery)?.Value switch
    {
        null => 0,
        { IsUseless: true } or { Tries: >= Sweep.Tries } => null,
        var missed => missed.Tries,
    };

    public void Failed(string delivery, int tries, DateTimeOffset deliveredAt) => Put(new(delivery, tries, deliveredAt));

    /// <summary>Of no use to anybody.</summary>
    public void Useless(string delivery, DateTimeOffset deliveredAt) => Put(new(delivery, 0, deliveredAt, IsUseless: true));

    /// <param name="isNew">Whether it was not in the inbox before.</param>
    public void Received(string delivery, bool isNew)
    {
        Remove(delivery);
        recovered += isNew ? 1 : 0;
    }

    private void Put(MissedDelivery missed)
    {
        Remove(missed.Delivery);
        found[missed.Delivery] = outside.AddLast(missed);
    }

    private void Remove(string delivery)
    {
        if (found.Remove(delivery, out var before))
        {
            outside.Remove(before);
        }
    }
}
