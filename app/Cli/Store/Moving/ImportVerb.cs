using System.CommandLine;

namespace Hotfix.Cli.Store.Moving;

/// <summary><c>hotfix store import</c>: an export into an empty store. What was waiting to be handled there waits, and rings, here.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> Source = new("file") { Description = "What `hotfix store export` wrote." };
    private static readonly Option<string> To = StoreChoice.Option("--to", "The store to write, which is empty; a file is made");

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var export = new ExportFile(arguments.GetRequiredValue(Source));
        export.Check(); // before a store is made for nothing
        using var store = StoreChoice.Open(arguments.GetValue(To), To, isNew: true);
        using var progress = MoveProgress.Create();
        using var importing = new Importing(export, store.Documents, store.Queue(Services.Doorbells), progress);

        try
        {
            var (totals, before, rung) = await importing.RunAsync(cancellationToken);
            progress.Dispose();
            await Console.Out.WriteLineAsync($"{MoveText.Of(totals)}{(before > 0 ? $"; {before:#,0} of them were there before" : "")}. The store holds what the export does.");

            if (rung > 0)
            {
                await Console.Out.WriteLineAsync($"{rung:#,0} keys have deliveries waiting, which are handled when Hotfix starts on this store.");
            }

            return 0;
        }
        catch (Exception stopped) when (MoveText.IsStop(stopped, cancellationToken))
        {
            throw MoveText.Stopped(stopped);
        }
    }

    private static Command Create()
    {
        var command = new Command("import", "Put an export into an empty store.") { Source, To };
        command.SetAction(RunAsync);

        return command;
    }
}
