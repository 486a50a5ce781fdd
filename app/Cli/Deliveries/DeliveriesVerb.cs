using System.CommandLine;

namespace Hotfix.Cli.Deliveries;

/// <summary><c>hotfix deliveries</c>: what came in and what became of it, read from the store while the server runs. Without a further word it lists.</summary>
internal static class DeliveriesVerb
{
    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("deliveries", "List the deliveries in the store, show one, or try a failed one again.") { ListVerb.Command, ShowVerb.Command, RetryVerb.Command };
        ListVerb.Options.ToList().ForEach(command.Options.Add);
        command.SetAction(ListVerb.RunAsync);

        return command;
    }
}
