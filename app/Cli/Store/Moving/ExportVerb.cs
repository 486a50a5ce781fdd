using System.CommandLine;

namespace Hotfix.Cli.Store.Moving;

/// <summary><c>hotfix store export</c>: everything that Hotfix holds as one file of JSON lines, which the other engine takes.</summary>
internal static class ExportVerb
{
    private static readonly Argument<string> Target = new("file") { Description = "The file to write; one that was cut short is gone on with." };
    private static readonly Option<string> From = StoreChoice.Option("--from", "The store to read");
    private static readonly Option<bool> Live = new("--live") { Description = "Also while Hotfix works in the store: what changes meanwhile may be in the export or not." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(Target);
        using var store = StoreChoice.Open(arguments.GetValue(From), From);
        using var progress = MoveProgress.Create();

        try
        {
            var (totals, before) = await new Exporting(store.Documents, path, arguments.GetValue(Live), TimeProvider.System, progress).RunAsync(cancellationToken);
            progress.Dispose();
            await Console.Out.WriteLineAsync($"{path}: {MoveText.Of(totals)}{(before > 0 ? $"; {before:#,0} of them were in it before" : "")}.");

            return 0;
        }
        catch (Exception stopped) when (MoveText.IsStop(stopped, cancellationToken))
        {
            throw MoveText.Stopped(stopped);
        }
    }

    private static Command Create()
    {
        var command = new Command("export", "Write everything that is in a store into a file, a document a line.") { Target, From, Live };
        command.SetAction(RunAsync);

        return command;
    }
}
