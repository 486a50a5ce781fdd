using System.CommandLine;
using Hotfix.Handlers.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary><c>hotfix store cancel</c>: what waits for review, or is staged, is taken back.</summary>
internal static class CancelVerb
{
    private static readonly Option<string> Version = StoreArguments.Version("The version that is meant; another one is left alone.");

    public static Command Command { get; } = StoreArguments.Of("cancel", "Take back what waits for review or is staged.", [Version, StoreArguments.DryRun], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken) => await session.Output.TellAsync(
        await new CancelRun(session.Storefront, session.Patience, session.Time).RunAsync(StoreArguments.VersionOf(arguments, Version), arguments.GetValue(StoreArguments.DryRun), cancellationToken));
}
