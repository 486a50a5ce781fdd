using System.Globalization;
using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Sandbox;
using Spectre.Console;
using Profile = Hotfix.Domain.Profile;

namespace Hotfix.Cli.Demo;

/// <summary>One filed report and what became of it. <paramref name="Took"/> is from filing to the card being there.</summary>
internal sealed record DemoRow(DemoReport Report, SandboxIssue Issue, Handled Handled, TimeSpan Took)
{
    public Assessment? Assessment => Handled.Hotfix?.Assessment;

    public IReadOnlyList<string> Cards => DemoCard.Of(Issue);

    /// <summary>It has labels, a severity among them where it has one, and exactly one card, headed as expected.</summary>
    public bool IsRight =>
        Handled.Head.Status == DeliveryStatus.Done
        && Issue.Labels.Count > 0
        && (Report.Decision.Length == 0 || Issue.Labels.Any(label => label.Name == $"severity: {Report.Verdict}"))
        && Cards is [var card]
        && card.Contains($"\n### {Report.Verdict}", StringComparison.Ordinal)
        && (Report.Decision.Length == 0 || card.Contains($" · {Report.Decision}\n", StringComparison.Ordinal));
}

/// <summary>What the demo shows: a table of all reports, and the first one's card in full.</summary>
internal static class DemoTable
{
    /// <summary>Characters: room for every column, also where the output is no terminal and its width is a guess.</summary>
    private const int Width = 150;

    public static void Print(IReadOnlyList<DemoRow> rows, Profile profile)
    {
        var table = new Table().Border(TableBorder.Rounded);

        foreach (var heading in new[] { "Issue", "Title", "Severity", "Impact", "Score", "Decision", "GitHub calls", "ms", "" })
        {
            table.AddColumn(new TableColumn(heading).NoWrap());
        }

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);

        foreach (var row in rows)
        {
            table.AddRow([.. Cells(row, profile).Select(cell => new Text(cell))]);
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"\nThe card of issue #{rows[0].Issue.Number}, as it stands on GitHub:\n\n{string.Join("\n", rows[0].Cards)}\n");
    }

    private static IEnumerable<string> Cells(DemoRow row, Profile profile) =>
    [
        $"#{row.Issue.Number}",
        row.Report.Title.Length > 40 ? row.Report.Title[..39] + "…" : row.Report.Title,
        row.Assessment is { Severity: null } other ? profile.Kinds[other.Kind.Value].Name : $"{row.Assessment?.Severity}",
        row.Assessment is { } assessment ? profile.Impacts[assessment.Impact.Value].Title : "",
        $"{row.Assessment?.Score}",
        row.Assessment is { } decided ? profile.Decisions[decided.Decision].Title : "",
        row.Handled.Calls.ToString(CultureInfo.InvariantCulture),
        row.Took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
        row.IsRight ? "✓" : "✗",
    ];
}
