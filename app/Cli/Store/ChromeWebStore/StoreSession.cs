using System.CommandLine;
using Hotfix.ChromeWebStore;
using Hotfix.Extension;
using Hotfix.Handlers.Storefront;
using Hotfix.Ports;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary>The store as a verb sees it: the item, how long it is waited for, and how results and refusals are told.</summary>
internal sealed class StoreSession : IDisposable
{
    private readonly StoreDoor door;

    private StoreSession(StoreDoor door, StorePatience patience, StoreOutput output) => (this.door, Patience, Output) = (door, patience, output);

    public IStorefront Storefront => door.Storefront;

    public StorePatience Patience { get; }

    public StoreOutput Output { get; }

    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>What is begun, for a person who waits; nobody else reads it.</summary>
    public Action<string>? Going { get; } = Console.IsErrorRedirected ? null : Console.Error.WriteLine;

    /// <summary>Opens the store and runs the verb; a refusal is told as it was asked for.</summary>
    public static async Task<int> RunAsync(ParseResult arguments, Func<ParseResult, StoreSession, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            using var session = Open(arguments);
            await run(arguments, session, cancellationToken);

            return 0;
        }
        catch (Exception refused) when (arguments.GetValue(StoreArguments.Annotations)
            && refused is StoreRefusal or RefusedException or UnavailableException or StoreSettingException or InputException or ExtensionException)
        {
            await Console.Error.WriteLineAsync(Annotation.Of("error", refused.Message));

            return 1;
        }
    }

    public void Dispose() => door.Dispose();

    private static StoreSession Open(ParseResult arguments)
    {
        var item = StoreArguments.ItemOf(arguments);
        var wait = StoreArguments.WaitOf(arguments);
#pragma warning disable CA2000 // Dispose objects before losing scope: the session disposes its door
        var door = StoreDoor.Open(item, StoreArguments.Variable, Mask, TimeProvider.System);
#pragma warning restore CA2000
        var patience = door.IsNearby ? StorePatience.Nearby : StorePatience.Default;

        return new(door, patience with { Upload = wait ?? patience.Upload }, new(item, arguments.GetValue(StoreArguments.Json), arguments.GetValue(StoreArguments.Annotations)));
    }

    /// <summary>Has GitHub hide a token in the job's log from now on. On standard error, for whoever keeps what we print must not keep that.</summary>
    private static void Mask(Secret token)
    {
        if (StoreArguments.Variable("GITHUB_ACTIONS") is not null)
        {
            Console.Error.WriteLine($"::add-mask::{token.Reveal()}");
        }
    }
}
