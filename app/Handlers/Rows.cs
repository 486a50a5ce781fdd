using System.Globalization;
using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>
/// The rows of a partition that holds one ordering key: deliveries, the plan and journal, the aggregate and its lease together, so that one batch can change them all.
/// <para>Shapes: <c>delivery-ID</c> head; <c>body-ID-NNNN</c> its bytes; <c>waiting-TICKS-ID</c> to be handled, in the order received; <c>journal-TICKS-ID-SS-PPP</c> one effect
/// (step, position); <c>hotfix</c>; <c>report</c>, its newest text; <c>lease</c>. TICKS is 19 digits of 100 ns since year 1.</para>
/// </summary>
internal static class Rows
{
    public const string Hotfix = "hotfix";
    public const string Report = "report";
    public const string Lease = "lease";
    public const string Waiting = "waiting-";

    public static string Delivery(string id) => $"delivery-{id}";

    public static string Body(string id, int chunk) => string.Create(CultureInfo.InvariantCulture, $"{Bodies(id)}{chunk:D4}");

    /// <summary>What the rows of a body begin with.</summary>
    public static string Bodies(string id) => $"body-{id}-";

    public static string WaitingFor(DeliveryHead head) => $"{Waiting}{Ticks(head)}-{head.Id}";

    public static string IdOfWaiting(string row) => row[(Waiting.Length + 20)..];

    /// <summary>All of the journal, in the order in which its deliveries were received.</summary>
    public static RowRange AllJournal => RowRange.Prefix("journal-");

    /// <summary>Before what is received at this time, and after what was received before.</summary>
    public static string JournalSince(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"journal-{at.UtcTicks:D19}");

    public static string DeliveryOfJournal(string row) => row[("journal-".Length + 20)..^7];

    public static string Journal(DeliveryHead head) => $"journal-{Ticks(head)}-{head.Id}-";

    public static string Journal(DeliveryHead head, int step, int position) => string.Create(CultureInfo.InvariantCulture, $"{Journal(head)}{step:D2}-{position:D3}");

    private static string Ticks(DeliveryHead head) => head.ReceivedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
