using System.CommandLine;
using Hotfix.Handlers;

namespace Hotfix.Cli.Deliveries;

/// <summary><c>hotfix deliveries retry</c>: what a redelivery by GitHub does. The server that uses the store handles it; if none runs, the next one does.</summary>
internal static class RetryVerb
{
    private static readonly Argument<string> Id = new("id") { Description = "The id of a delivery that failed; `hotfix deliveries --failed` lists them." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var store = DeliveryStore.Open();
        var delivery = await store.FindAsync(arguments.GetRequiredValue(Id), cancellationToken);

        if (await store.Inbox.RetryAsync(delivery.Key, delivery.Head.Id, urgent: true, cancellationToken)) // a person waits for it
        {
            await Console.Out.WriteLineAsync($"Delivery {delivery.Head.Id} is waiting again, with all its tries{(delivery.Head.Outcome is null ? "" : "; what was decided stays, and what is left of it is done")}.");

            return 0;
        }

        delivery = await store.FindAsync(delivery.Head.Id, cancellationToken);
        await Console.Error.WriteLineAsync(delivery.Head.Status == DeliveryStatus.Done
            ? $"Delivery {delivery.Head.Id} is done; only one that failed is tried again."
            : $"Delivery {delivery.Head.Id} is waiting already{(delivery.Head.NotBefore.Ticks > 0 ? $", and is tried again not before {DeliveryTable.Time(delivery.Head.NotBefore)} UTC" : "")}; only one that failed is tried again.");

        return 1;
    }

    private static Command Create()
    {
        var command = new Command("retry", "Put a delivery that failed back among those to be handled.") { Id };
        command.SetAction(RunAsync);

        return command;
    }
}
