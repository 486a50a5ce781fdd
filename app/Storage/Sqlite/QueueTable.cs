using System.Globalization;
using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>What a queue does to its table. Times are ticks (100 ns) of UTC. A receipt that no longer fits changes no row.</summary>
internal static class QueueTable
{
    /// <summary>Answers the message's number.</summary>
    public static long Insert(Connection connection, string queue, string text, bool urgent, long due)
    {
        using var insert = connection.Prepare("INSERT INTO messages (queue, urgent, due, takes, receipt, text) VALUES (?1, ?2, ?3, 0, 0, ?4)");
        insert.Bind(1, queue).Bind(2, urgent ? 1 : 0).Bind(3, due).Bind(4, text).Step();

        return connection.LastKey;
    }

    public static QueueMessage? Take(Connection connection, string queue, long now, long hiddenUntil)
    {
        if ((First(connection, queue, urgent: 1, now) ?? First(connection, queue, urgent: 0, now)) is not { } message)
        {
            return null;
        }

        using var take = connection.Prepare("UPDATE messages SET due = ?1, takes = takes + 1, receipt = receipt + 1 WHERE id = ?2");
        take.Bind(1, hiddenUntil).Bind(2, Number(message.Id)).Step();

        return message with { Receipt = Next(message.Receipt), Takes = message.Takes + 1 };
    }

    public static QueueMessage? Hide(Connection connection, string queue, QueueMessage message, long hiddenUntil)
    {
        using var hide = connection.Prepare("UPDATE messages SET due = ?1, receipt = receipt + 1 WHERE id = ?2 AND queue = ?3 AND receipt = ?4");
        hide.Bind(1, hiddenUntil).Bind(2, Number(message.Id)).Bind(3, queue).Bind(4, Number(message.Receipt)).Step();

        return connection.Changes == 1 ? message with { Receipt = Next(message.Receipt) } : null;
    }

    public static bool Delete(Connection connection, string queue, QueueMessage message)
    {
        using var delete = connection.Prepare("DELETE FROM messages WHERE id = ?1 AND queue = ?2 AND receipt = ?3");
        delete.Bind(1, Number(message.Id)).Bind(2, queue).Bind(3, Number(message.Receipt)).Step();

        return connection.Changes == 1;
    }

    /// <summary>When the first message comes due, or came; null when there is none at all.</summary>
    public static long? EarliestDue(Connection connection, string queue) =>
        (EarliestDue(connection, queue, urgent: 1), EarliestDue(connection, queue, urgent: 0)) switch
        {
            ({ } urgent, { } other) => Math.Min(urgent, other),
            var (urgent, other) => urgent ?? other,
        };

    /// <summary>One index entry, however long the queue is: both in one statement would read all of it.</summary>
    private static long? EarliestDue(Connection connection, string queue, long urgent)
    {
        using var earliest = connection.Prepare("SELECT due FROM messages WHERE queue = ?1 AND urgent = ?2 ORDER BY due LIMIT 1");
        earliest.Bind(1, queue).Bind(2, urgent);

        return earliest.Step() ? earliest.Integer(0) : null;
    }

    /// <summary>How many there are, and when the first came or comes due.</summary>
    public static (long Count, long? EarliestDue) State(Connection connection, string queue)
    {
        using var state = connection.Prepare("SELECT count(*), coalesce(min(due), -1) FROM messages WHERE queue = ?1");
        state.Bind(1, queue).Step();

        return (state.Integer(0), state.Integer(1) is >= 0 and var due ? due : null);
    }

    private static QueueMessage? First(Connection connection, string queue, long urgent, long now)
    {
        using var first = connection.Prepare(
            "SELECT id, receipt, text, takes FROM messages WHERE queue = ?1 AND urgent = ?2 AND due <= ?3 ORDER BY due, id LIMIT 1");
        first.Bind(1, queue).Bind(2, urgent).Bind(3, now);

        return first.Step() ? new QueueMessage(Text(first.Integer(0)), Text(first.Integer(1)), first.Text(2), (int)first.Integer(3)) : null;
    }

    private static string Next(string receipt) => Text(Number(receipt) + 1);

    /// <summary>What is no number of ours matches no row.</summary>
    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
