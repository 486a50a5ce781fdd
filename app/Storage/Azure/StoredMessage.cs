using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// A message of Queue Storage. Shape of its text: base64 (as a Functions trigger wants it) of when it is due in milliseconds since 1970, a space, and the text: a peek does not say when a message came due.
/// A queue's message holds 48 KiB; ours are keys of at most 512 characters (<see cref="QueueLimits"/>), so none is ever too large.
/// </summary>
/// <param name="Due">Null for a message that somebody put there by hand.</param>
internal sealed record StoredMessage(string Id, string Receipt, string Text, int Takes, DateTimeOffset? Due)
{
    public static byte[] Xml(string text, DateTimeOffset due) =>
        Encoding.UTF8.GetBytes($"<QueueMessage><MessageText>{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{due.ToUnixTimeMilliseconds()} {text}")))}</MessageText></QueueMessage>");

    /// <summary>The text of a message that the Functions host took for us and decoded.</summary>
    public static string TextOf(string decoded) => Parts(decoded).Text;

    public static IReadOnlyList<StoredMessage> List(byte[] xml) =>
        [.. XDocument.Parse(Encoding.UTF8.GetString(xml).TrimStart('\ufeff')).Root!.Elements("QueueMessage").Select(Of)];

    private static StoredMessage Of(XElement message)
    {
        var (due, text) = Read((string?)message.Element("MessageText") ?? "");

        return new((string)message.Element("MessageId")!, (string?)message.Element("PopReceipt") ?? "", text, (int)message.Element("DequeueCount")!, due);
    }

    private static (DateTimeOffset? Due, string Text) Read(string stored)
    {
        var bytes = new byte[stored.Length];

        return Parts(Convert.TryFromBase64String(stored, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : stored);
    }

    private static (DateTimeOffset? Due, string Text) Parts(string text) =>
        text.Split(' ', 2) is [var due, var rest] && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), rest)
            : (null, text);
}
