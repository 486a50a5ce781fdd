using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Hotfix.Handlers;

namespace Hotfix.Cli.Deliveries;

/// <summary><c>hotfix deliveries list</c>: a table, or with <c>--json</c> one object a line (<see cref="DeliveryLine"/>); newest first.</summary>
internal static class ListVerb
{
    private const int MaxLimit = 10_000;

    private static readonly Option<bool> Failed = new("--failed") { Description = "Only those that are kept as failed." };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line instead of the table." };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many at most.",
        HelpName = "n",
        DefaultValueFactory = _ => 50,
        CustomParser = Number,
    };

    public static IEnumerable<Option> Options => [Failed, Limit, Json];

    public static Command Command { get; } = Create();

    public static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var store = DeliveryStore.Open();
        var (failed, limit) = (arguments.GetValue(Failed), arguments.GetValue(Limit));
        var deliveries = (failed ? store.List.FailedAsync(cancellationToken) : store.List.NewestAsync(cancellationToken)).Take(limit);

        if (arguments.GetValue(Json))
        {
            await foreach (var delivery in deliveries)
            {
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(DeliveryLine.Of(delivery), CliJson.Default.DeliveryLine));
            }
        }
        else
        {
            var found = await deliveries.ToListAsync(cancellationToken);

            if (found.Count > 0)
            {
                DeliveryTable.Print(found);
            }

            await Console.Out.WriteLineAsync(Closing(found, failed, limit));

            if (await store.Sweeps.ReadAsync(cancellationToken) is { } sweep)
            {
                await Console.Out.WriteLineAsync(SweepText.Of(sweep));
            }

            if (await store.Listings.ReadAsync(cancellationToken) is { } listing && listing.IsNews(TimeProvider.System.GetUtcNow()))
            {
                await Console.Out.WriteLineAsync(SweepText.Of(listing));
            }
        }

        return 0;
    }

    /// <summary>What was looked through; nobody is to take the end of the table for the end of the store.</summary>
    private static string Closing(List<ListedDelivery> found, bool failed, int limit) => (found.Count, failed) switch
    {
        var (count, _) when count == limit => $"The newest {limit}; there may be more (--limit).",
        (0, true) => "No delivery is kept as failed.",
        (_, true) => "These are all that failed; `hotfix deliveries retry <id>` tries one again.",
        (0, false) => $"No delivery came in the last {DeliveryList.Days} days.",
        _ => $"These are all of the last {DeliveryList.Days} days; an older one is shown by its id, and --failed finds those that failed however old they are.",
    };

    private static int Number(ArgumentResult argument)
    {
        if (argument.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaxLimit)
        {
            return number;
        }

        argument.AddError($"--limit is '{string.Join(' ', argument.Tokens.Select(token => token.Value))}': it is a whole number from 1 to {MaxLimit}.");

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("list", "List the deliveries, newest first (the default).") { Failed, Limit, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
