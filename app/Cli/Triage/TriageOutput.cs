using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Triage;
using Spectre.Console;
using Profile = Hotfix.Domain.Profile;

namespace Hotfix.Cli.Triage;

/// <summary>What <c>hotfix triage</c> prints. Titles are strangers' text: they are shown without control characters, cut, and never as markup.</summary>
internal static class TriageOutput
{
    private const int TitleCharacters = 48;
    private const int Width = 150;

    public static async Task<int> PrintAsync(IAsyncEnumerable<Triaged> reports, bool json, Profile profile)
    {
        if (json)
        {
            await using var output = new StreamWriter(Console.OpenStandardOutput());

            await foreach (var report in reports)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(report.ToRow(profile), TriageJson.Lines.TriageRow));
            }

            return 0;
        }

        var table = new Table().Border(TableBorder.Rounded);

        foreach (var heading in new[] { "Id", "Title", "Kind", "Severity", "Impact", "Affected", "Score", "Decision" })
        {
            table.AddColumn(new TableColumn(heading).NoWrap());
        }

        await foreach (var report in reports)
        {
            table.AddRow([.. Cells(report, profile).Select(cell => new Text(cell))]);
        }

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
        AnsiConsole.Write(table);

        return 0;
    }

    public static async Task<int> ExplainAsync(IAsyncEnumerable<Triaged> reports, string id, Profile profile)
    {
        await foreach (var report in reports)
        {
            if (report.Id == id)
            {
                await Console.Out.WriteLineAsync(CardText.Of(report.Assessment, profile));

                return 0;
            }
        }

        throw new InputException($"There is no report with the id '{id}'.");
    }

    private static IEnumerable<string> Cells(Triaged report, Profile profile)
    {
        var assessment = report.Assessment;

        if (report.IsByBot)
        {
            return [Plain(report.Id), Plain(report.Title), "by a bot", "", "", "", "", "left alone"];
        }

        return
        [
            Plain(report.Id),
            Plain(report.Title),
            profile.Kinds[assessment.Kind.Value].Name,
            assessment.Severity is null ? "" : Severity(assessment),
            assessment.Severity is null ? "" : profile.Impacts[assessment.Impact.Value].Title,
            assessment.Severity is null ? "" : $"{assessment.Frequency.Value}",
            assessment.Score?.ToString() ?? "",
            profile.Decisions[assessment.Decision].Title,
        ];
    }

    private static string Severity(Assessment assessment) =>
        assessment.Declared is { } declared && declared.Value != assessment.Severity ? $"{assessment.Severity} (declared {declared.Value})" : $"{assessment.Severity}";

    private static string Plain(string text)
    {
        var plain = string.Concat(text.Select(character => char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format ? ' ' : character));

        return plain.Length > TitleCharacters ? plain[..(TitleCharacters - 1)] + "…" : plain;
    }
}
