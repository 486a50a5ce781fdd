using System.Globalization;
using Hotfix.Handlers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hotfix.Cli.Deliveries;

/// <summary>Deliveries as a table, one a line. Cells are text and never markup.</summary>
internal static class DeliveryTable
{
    /// <summary>Characters: room for every column where the output is no terminal and its width is a guess.</summary>
    private const int Width = 200;

    public static void Print(IReadOnlyCollection<ListedDelivery> deliveries) =>
        Write(["Received (UTC)", "Delivery", "Event", "Repository", "Status", "Failed tries", "What became of it"], deliveries.Select(Cells));

    public static void Write(string[] headings, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns([.. headings.Select(heading => new TableColumn(new Text(heading)))]);

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Write(table);
    }

    public static void Write(IRenderable shown)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = Width;
        }

        AnsiConsole.Write(shown);
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Cells(ListedDelivery delivery) =>
    [
        Time(delivery.Head.ReceivedAt),
        delivery.Head.Id,
        Visible.Short(delivery.Head.Event, 30),
        Visible.Short(delivery.Head.Repository, 40),
        delivery.Head.Status.Word(),
        delivery.Head.Tries.ToString(CultureInfo.InvariantCulture),
        Visible.Short(delivery.Head.Status == DeliveryStatus.Done ? delivery.Head.Outcome ?? delivery.Head.Failure : delivery.Head.Failure ?? delivery.Head.Outcome, 60),
    ];
}
