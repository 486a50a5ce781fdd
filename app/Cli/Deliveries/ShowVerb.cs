using System.CommandLine;
using System.Globalization;
using System.Text;
using Hotfix.Handlers;
using Spectre.Console;

namespace Hotfix.Cli.Deliveries;

/// <summary><c>hotfix deliveries show</c>: one delivery with its journal. Its body is a stranger's text and comes only when asked for.</summary>
internal static class ShowVerb
{
    private static readonly Argument<string> Id = new("id") { Description = "The delivery's id, as GitHub and `hotfix deliveries` show it." };

    private static readonly Option<bool> Body = new("--body") { Description = "Also what GitHub sent, as it came, control characters made visible." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var store = DeliveryStore.Open();
        var delivery = await store.FindAsync(arguments.GetRequiredValue(Id), cancellationToken);
        var journal = await store.List.JournalAsync(delivery, cancellationToken);

        DeliveryTable.Write(Facts(delivery));

        if (journal.Count > 0)
        {
            DeliveryTable.Write(["Step", "Effect", "Done (UTC)", "Outcome", "What takes it back"], journal.Select(Cells));
        }

        if (delivery.Head.Status == DeliveryStatus.Failed)
        {
            await Console.Out.WriteLineAsync($"`hotfix deliveries retry {delivery.Head.Id}` tries it again.");
        }

        if (arguments.GetValue(Body))
        {
            if (delivery.Head.StrippedAt is { } at)
            {
                throw new SettingsException($"What GitHub sent for delivery {delivery.Head.Id} was removed on {DeliveryTable.Time(at)} UTC: it is kept for as long as HOTFIX_KEEP_BODIES says.");
            }

            var body = await store.Inbox.BodyAsync(delivery.Key, delivery.Head, cancellationToken);
            await Console.Out.WriteLineAsync($"\n{Visible.Of(Encoding.UTF8.GetString(body.Span), lines: true)}");
        }

        return 0;
    }

    private static Grid Facts(ListedDelivery delivery)
    {
        var head = delivery.Head;
        var grid = new Grid().AddColumn().AddColumn();

        Add("Delivery", head.Id);
        Add("Event", head.Event);
        Add("Repository", head.Repository);
        Add("In order with", delivery.Key);
        Add("Received", $"{DeliveryTable.Time(head.ReceivedAt)} UTC");
        Add("Status", $"{head.Status.Word()}{(head.Tries > 0 ? string.Create(CultureInfo.InvariantCulture, $", failed tries: {head.Tries}") : "")}");
        Add("Not before", head is { Status: DeliveryStatus.Waiting, NotBefore.Ticks: > 0 } ? $"{DeliveryTable.Time(head.NotBefore)} UTC" : null);
        Add("Decided", head.Outcome ?? "nothing yet");
        Add("Failure", head.Failure);

        return grid;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                grid.AddRow(new Text(name), new Text(Visible.Of(value)));
            }
        }
    }

    private static IEnumerable<string> Cells(JournalEntry entry) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{entry.Step}.{entry.Position + 1}"),
        EffectText.Of(entry.Effect),
        entry.DoneAt is { } done ? DeliveryTable.Time(done) : "not yet, or unknown",
        Visible.Of(entry.Outcome),
        EffectText.Of(entry.Inverse),
    ];

    private static Command Create()
    {
        var command = new Command("show", "Show one delivery: what was decided, what was done, and why it failed.") { Id, Body };
        command.SetAction(RunAsync);

        return command;
    }
}
