using System.CommandLine;
using System.Globalization;
using Hotfix.Bench.Support;

namespace Hotfix.Bench.Faults;

/// <summary><c>bench/faults</c>: every scenario for a kind of store, one row each. Exit code 0 when nothing was lost and nothing was done twice.</summary>
internal static class FaultVerb
{
    private static readonly Option<string> StoreOption = new("--store") { Description = "sqlite: a file; azure: an account of Azurite.", DefaultValueFactory = _ => "sqlite", HelpName = "sqlite|azure" };
    private static readonly Option<int> DeliveriesOption = new("--deliveries") { Description = "Different deliveries in each scenario.", DefaultValueFactory = _ => 2000 };
    private static readonly Option<string?> OnlyOption = new("--only") { Description = "Only the scenarios whose name has this in it." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        StoreOption.AcceptOnlyFromAmong("sqlite", "azure");
        DeliveriesOption.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 10 or > 9000) // the sandbox keeps the last 10,000 attempts
            {
                given.AddError("--deliveries is a number from 10 to 9000.");
            }
        });

        var command = new Command("faults", "Let things go wrong, and count what is lost and what is done twice.") { StoreOption, DeliveriesOption, OnlyOption };
        command.SetAction(RunAsync);

        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var isAzure = arguments.GetRequiredValue(StoreOption) == "azure";
        var scale = FaultScale.Full(arguments.GetRequiredValue(DeliveriesOption));
        var only = arguments.GetValue(OnlyOption) ?? "";
        var outcomes = new List<FaultOutcome>();
        await using var azurite = isAzure ? await AzuriteProcess.StartAsync(Directory.GetCurrentDirectory()) : null;

        foreach (var scenario in FaultScenarios.All.Where(one => one.Name.Contains(only, StringComparison.OrdinalIgnoreCase) && one.IsOn(isAzure)))
        {
            await Console.Error.WriteLineAsync($"{scenario.Name} …");

            if (await RunAsync(scenario, azurite, scale, cancellationToken) is { } outcome)
            {
                outcomes.Add(outcome);
                await Console.Error.WriteAsync(Table([outcome]));
            }
        }

        await Console.Out.WriteAsync($"{(isAzure ? "azure (Azurite)" : "sqlite")}, {scale.Deliveries} deliveries, a tenth of them twice, shuffled\n\n{Table(outcomes)}");

        return outcomes.Count > 0 && outcomes.TrueForAll(outcome => outcome.IsGood) ? 0 : 1;
    }

    /// <summary>Null where the scenario cannot be had.</summary>
    private static async Task<FaultOutcome?> RunAsync(FaultScenario scenario, AzuriteProcess? azurite, FaultScale scale, CancellationToken cancellationToken)
    {
        if (azurite is not null)
        {
            await using var account = new AccountStore(azurite);
            await account.ConnectAsync();

            return await FaultBench.RunAsync(scenario, account, scale, cancellationToken);
        }

        if (scenario.Store == typeof(DiskStore))
        {
            await using var disk = new DiskStore();

            if (await disk.MountAsync())
            {
                return await FaultBench.RunAsync(scenario, disk, scale, cancellationToken);
            }

            await Console.Error.WriteLineAsync($"{scenario.Name}: left out, this user may not mount a tmpfs.");

            return null;
        }

        await using var file = new FileStore();

        return await FaultBench.RunAsync(scenario, file, scale, cancellationToken);
    }

    private static string Table(IEnumerable<FaultOutcome> outcomes)
    {
        var table = new TextTable("scenario", "deliveries", "acknowledged", "lost", "doubled", "recovered", "doorbells left", "seconds");

        foreach (var one in outcomes)
        {
            table.Add(
                one.Scenario, TextTable.Count(one.Deliveries), TextTable.Count(one.Acknowledged), TextTable.Count(one.Lost), TextTable.Count(one.Doubled), TextTable.Count(one.Recovered),
                TextTable.Count(one.Rest), one.Took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture));
        }

        return table.ToString();
    }
}
