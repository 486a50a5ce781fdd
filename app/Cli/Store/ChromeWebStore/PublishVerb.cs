using System.CommandLine;
using Hotfix.Domain.Storefront;
using Hotfix.Handlers.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary>
/// <c>hotfix store publish</c>: with a package, from wherever the item is to that package in the store's review queue; without, what lies there is submitted or goes live. Run again, it goes on and publishes nothing twice.
/// </summary>
internal static class PublishVerb
{
    private static readonly Option<string> Package = new("--package") { Description = "The package: zip or CRX. Without it, what is uploaded or staged is published.", HelpName = "file" };
    private static readonly Option<string> Version = StoreArguments.Version("The version that is meant; anything else is refused.");
    private static readonly Option<bool> Staged = new("--staged") { Description = "Hold it after the review until it is published." };
    private static readonly Option<int?> Percentage = new("--percentage") { Description = "Of the users, to begin with; for items with more than 10,000 users. Where the version is published, it is raised to it.", HelpName = "n" };
    private static readonly Option<bool> All = new("--all") { Description = "A version that is published for some of the users may be raised to all of them." };
    private static readonly Option<bool> CancelPending = new("--cancel-pending") { Description = "Take back another version that waits for review or is staged; it loses its place in the queue." };
    private static readonly Option<bool> PublishStaged = new("--publish-staged") { Description = "Where this version is approved and staged, let it go live." };
    private static readonly Option<string[]> Other = new("--other") { Description = "The tag of a release that holds another package of this version: where the store has the version already, it may be that one, and nothing is published.", HelpName = "tag" };
    private static readonly Option<bool> Block = new("--block-on-warnings") { Description = "A warning of the store is a refusal." };

    public static Command Command { get; } = StoreArguments.Of(
        "publish", "Submit a package for review, or publish what is staged.", [Package, Version, Staged, Percentage, All, CancelPending, PublishStaged, Other, Block, StoreArguments.Wait, StoreArguments.DryRun], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken)
    {
        var version = StoreArguments.VersionOf(arguments, Version);
        var order = new PublishOrder(arguments.GetValue(Staged), StoreArguments.PercentageOf(arguments.GetValue(Percentage), 0), arguments.GetValue(Block));
        var isDry = arguments.GetValue(StoreArguments.DryRun);

        if (order.Staged && arguments.GetValue(PublishStaged))
        {
            throw new InputException("--staged holds the version and --publish-staged lets it go live: say one of them.");
        }

        if (arguments.GetValue(Package) is not { } path)
        {
            await session.Output.TellAsync(arguments.GetValue(CancelPending) || arguments.GetValue(All)
                ? throw new InputException("--cancel-pending and --all are for a package: say --package, or use `hotfix store cancel` and `hotfix store percentage`.")
                : await new SubmitRun(session.Storefront, session.Patience, session.Time).RunAsync(version, order, isDry, cancellationToken));
            return;
        }

        var package = await PackageForStore.ReadAsync(path, version, cancellationToken);
        var wish = new Rollout.PublishWish(package.Version, true, order.Percentage, arguments.GetValue(PublishStaged), arguments.GetValue(CancelPending), arguments.GetValue(All), [.. (arguments.GetValue(Other) ?? []).Select(Hotfix.Extension.Shown.Of)]);
        await session.Output.TellAsync(await new PublishRun(session.Storefront, session.Patience, session.Time, session.Going).RunAsync(package.Package, wish, order, isDry, cancellationToken));
    }
}
