using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Cli.Deliveries;
using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary><c>hotfix store check</c>: whether a store holds what an export, or another store, holds; which partitions differ where it does not. Changes nothing.</summary>
internal static class CheckVerb
{
    private const int Shown = 20;

    private static readonly Argument<string?> File = new("file") { Description = "An export to compare with; without it --from names a store.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> From = StoreChoice.Option("--from", "The first store, where no export is given");
    private static readonly Option<string> To = StoreChoice.Option("--to", "The store to compare");
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line for each partition that differs." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (file, from, to) = (arguments.GetValue(File), arguments.GetValue(From), arguments.GetValue(To));

        if ((file is null) == (from is null))
        {
            throw new InputException("Say what to compare with: an export, `hotfix store check <file>`, or a store, `hotfix store check --from <store>`; one of them.");
        }

        using var first = from is null ? null : StoreChoice.Open(from, From);
        using var second = StoreChoice.Open(to, To);
        using var progress = MoveProgress.Create();
        progress.Begin("comparing", file);

        return await CompareAsync(first, file, second, arguments.GetValue(Json), progress, cancellationToken);
    }

    private static async Task<int> CompareAsync(IStore? first, string? file, IStore second, bool json, MoveProgress progress, CancellationToken cancellationToken)
    {
        var (differ, done) = (0, 0L);
        var one = first is null ? Checking.Of(new ExportFile(file!), at => progress.Report(++done, at), cancellationToken) : Checking.Of(first.Documents, cancellationToken).Select(print => Counted(print, progress, ++done));
        var (ofFirst, ofSecond) = await Checking.CompareAsync(one, Checking.Of(second.Documents, cancellationToken), Tell, cancellationToken);
        progress.Dispose();

        if (!json)
        {
            await Console.Out.WriteLineAsync(differ == 0
                ? $"The same {ofFirst:#,0} documents on both sides."
                : $"{(differ > Shown ? $"… and {differ - Shown:#,0} partitions more. " : "")}{differ:#,0} partitions differ: {ofFirst:#,0} documents in {(file is null ? "the first store" : "the export")}, {ofSecond:#,0} in {(file is null ? "the second" : "the store")}.");
        }

        return differ == 0 ? 0 : 1;

        void Tell(PartitionDifference difference)
        {
            differ++;

            if (json)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(difference, MoveJson.Default.PartitionDifference));
            }
            else if (differ <= Shown)
            {
                Console.Out.WriteLine($"{Visible.Of(difference.Partition)}: {difference.OnlyFirst:#,0} only in the first, {difference.OnlySecond:#,0} only in the second, {difference.Changed:#,0} not the same");
            }
        }
    }

    private static Print Counted(Print print, MoveProgress progress, long done)
    {
        progress.Report(done, 0);

        return print;
    }

    private static Command Create()
    {
        var command = new Command("check", "Compare an export with a store, or a store with a store.") { File, From, To, Json };
        command.SetAction(RunAsync);

        return command;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PartitionDifference))]
internal sealed partial class MoveJson : JsonSerializerContext;
