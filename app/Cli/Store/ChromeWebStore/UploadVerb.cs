using System.CommandLine;
using Hotfix.Handlers.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary><c>hotfix store upload</c>: a package as the item's draft; nothing is submitted.</summary>
internal static class UploadVerb
{
    private static readonly Argument<string> Package = new("package") { Description = "The package: zip or CRX (an item with verified uploads takes a CRX only)." };
    private static readonly Option<string> Version = StoreArguments.Version("The version that the package has to have.");
    private static readonly Option<bool> CancelPending = new("--cancel-pending") { Description = "Take back what waits for review or is staged; it loses its place in the queue." };

    public static Command Command { get; } = StoreArguments.Of("upload", "Upload a package as the draft, and submit nothing.", [Package, Version, CancelPending, StoreArguments.Wait, StoreArguments.DryRun], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken)
    {
        var package = await PackageForStore.ReadAsync(arguments.GetRequiredValue(Package), StoreArguments.VersionOf(arguments, Version), cancellationToken);
        var run = new PublishRun(session.Storefront, session.Patience, session.Time, session.Going);

        await session.Output.TellAsync(await run.RunAsync(
            package.Package, new(package.Version, Submit: false, CancelPending: arguments.GetValue(CancelPending)), new(), arguments.GetValue(StoreArguments.DryRun), cancellationToken));
    }
}
