using System.CommandLine;
using System.Text.Json;
using Hotfix.Cli.Deliveries;
using Hotfix.Commands;
using Hotfix.Commands.Reading;
using Command = System.CommandLine.Command;

namespace Hotfix.Cli.Commands;

/// <summary>
/// <c>hotfix commands</c>: which lines of a comment would run, and why others would not; for people who write templates. Nothing runs. Exit code 0, or 1 when a line is refused.
/// </summary>
internal static class CommandsVerb
{
    private static readonly Argument<string> Comment = new("comment") { Description = "The comment as Markdown: a file, or - for standard input." };
    private static readonly Option<string> Before = new("--before") { Description = "What the comment was before it was edited: only what is new would run.", HelpName = "file" };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object, {\"commands\":[…]}, of line, text, verb, arguments, flags, refusal." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var path = arguments.GetRequiredValue(Comment);
            var rows = CommandRow.Of(await FindAsync(path, arguments.GetValue(Before), cancellationToken), [.. Registry.Verbs.Select(verb => verb.Rule)]);

            foreach (var line in arguments.GetValue(Json) ? [JsonSerializer.Serialize(new CommandRows(rows), CommandsJson.Relaxed.CommandRows)] : AsText(rows, CommentFile.Name(path)))
            {
                await Console.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            return rows.All(row => row.Refusal is null) ? 0 : 1;
        }
        catch (InputException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);

            return 1;
        }
    }

    private static async Task<FoundCommands> FindAsync(string path, string? before, CancellationToken cancellationToken) => before switch
    {
        null => CommandLines.Of(await CommentFile.ReadAsync(path, cancellationToken)),
        "-" when path == "-" => throw new InputException("Standard input holds one comment: give the other one as a file."),
        _ => CommandLines.New(await CommentFile.ReadAsync(path, cancellationToken), await CommentFile.ReadAsync(before, cancellationToken)),
    };

    private static IEnumerable<string> AsText(IReadOnlyList<CommandRow> rows, string name) => rows.Count == 0
        ? [$"{name}: no commands."]
        : rows.Select(row => $"{name}:{row.Line}: {(row.Refusal is null ? "runs" : "refused")}: {Visible.Of(row.Text)}{(row.Refusal is null ? "" : $"\n    {Visible.Of(row.Refusal)}")}");

    private static Command Create()
    {
        var command = new Command("commands", "Say which lines of a comment would run as commands. Nothing runs. Exit code 1 when a line is refused, else 0.") { Comment, Before, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
