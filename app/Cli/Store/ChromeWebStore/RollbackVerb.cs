using System.CommandLine;
using Hotfix.Handlers.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary><c>hotfix store rollback</c>: an earlier package for all users at once, without a review. The store is asked before whether it would; with <c>--dry-run</c> that is all.</summary>
internal static class RollbackVerb
{
    private const int MaxReason = 500;

    private static readonly Option<string> To = new("--to") { Description = "The version to go back to; may be left out while a version goes to some of the users only.", HelpName = "version" };
    private static readonly Option<string> From = new("--from") { Description = "The version that is to be taken back: where another is published, nothing is done, so that the same command twice rolls back once.", HelpName = "version" };
    private static readonly Option<string> As = new("--as") { Description = "The version that the old package is published as; else the lowest above the published one, like 1.2.3.1.", HelpName = "version" };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; the store keeps it, and shows it in the dashboard.", HelpName = "text", Required = true };

    public static Command Command { get; } = StoreArguments.Of("rollback", "Publish an earlier version again, to all users and without a review.", [To, From, As, Reason, StoreArguments.DryRun], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken)
    {
        var reason = arguments.GetRequiredValue(Reason).Trim();

        if (reason.Length is 0 or > MaxReason)
        {
            throw new InputException($"--reason is why it is rolled back, in 1 to {MaxReason} characters: the store keeps it.");
        }

        var wish = new Rollout.RollbackWish(arguments.GetValue(To), StoreArguments.VersionOf(arguments, From), StoreArguments.VersionOf(arguments, As));
        await session.Output.TellAsync(await new RollbackRun(session.Storefront, session.Patience, session.Time).RunAsync(wish, reason, arguments.GetValue(StoreArguments.DryRun), cancellationToken));
    }
}
