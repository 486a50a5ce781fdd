using System.CommandLine;
using System.Text.Json;
using Hotfix.Cli.Commands;
using Hotfix.Cli.Deliveries;
using Hotfix.Gate.Reading;
using Hotfix.Profiles;

namespace Hotfix.Cli.Checklist;

/// <summary>
/// <c>hotfix checklist</c>: the items of a pull request's text as the gate reads them, for people who write templates. Exit code 0, 1 when the checklist cannot be believed (each reason on standard error), 2 when there is
/// nothing to read.
/// </summary>
internal static class ChecklistVerb
{
    private static readonly Argument<string> Body = new("body") { Description = "The pull request's text as Markdown: a file, or - for standard input." };
    private static readonly Option<bool> All = new("--all") { Description = "Every item with a box, not only those between the markers of the checklist." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object, {\"items\":[…]}, of text, ticked, evidence." };
    private static readonly Option<string> ProfileName = new("--profile") { Description = $"The profile whose items say which evidence they need: {string.Join(", ", BuiltIns.Names)} (default: {BuiltIns.Default})." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var profile = ProfileReader.BuiltIn(arguments.GetValue(ProfileName) ?? BuiltIns.Default);
            var body = await CommentFile.ReadAsync(arguments.GetRequiredValue(Body), cancellationToken);
            var reading = ChecklistSection.Read(body);
            var rows = arguments.GetValue(All) ? ChecklistRow.All(TaskList.Read(body), reading, profile) : ChecklistRow.Of(reading, profile);

            foreach (var line in arguments.GetValue(Json) ? [JsonSerializer.Serialize(new ChecklistRows(rows), ChecklistJson.Relaxed.ChecklistRows)] : AsText(rows))
            {
                await Console.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            foreach (var problem in reading.Problems)
            {
                await Console.Error.WriteLineAsync(Visible.Of(problem).AsMemory(), cancellationToken);
            }

            return reading.Problems.Count == 0 ? 0 : 1;
        }
        catch (Exception wrong) when (wrong is InputException or ProfileException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);

            return 2;
        }
    }

    private static IEnumerable<string> AsText(IReadOnlyList<ChecklistRow> rows) => rows.Count == 0
        ? ["No items."]
        : rows.Select(row => $"[{(row.Ticked ? 'x' : ' ')}] {Visible.Of(row.Text)}{(row.Evidence is { } evidence ? $"  ({evidence})" : "")}");

    private static Command Create()
    {
        var command = new Command("checklist", "List the items of a pull request's text as the gate reads them. Exit code 1 when the checklist cannot be believed, else 0.") { Body, All, Json, ProfileName };
        command.SetAction(RunAsync);

        return command;
    }
}
