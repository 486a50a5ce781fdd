using System.CommandLine;
using Hotfix.Handlers.Storefront;
using Hotfix.Rollout;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary><c>hotfix store percentage</c>: the published version for more of the users; never for fewer, and for all of them only with <c>--all</c>.</summary>
internal static class PercentageVerb
{
    private static readonly Argument<int?> Percentage = new("percentage") { Description = "From 1 to 100, above what it is.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Version = StoreArguments.Version("The version it is meant for; another one that is published is left alone.");
    private static readonly Option<bool> All = new("--all") { Description = "All users: 100." };

    public static Command Command { get; } = StoreArguments.Of("percentage", "Give the published version to more of the users.", [Percentage, Version, All, StoreArguments.DryRun], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken)
    {
        var all = arguments.GetValue(All);
        var percentage = StoreArguments.PercentageOf(arguments.GetValue(Percentage), 1) ?? (all ? PercentageDecision.Everybody : throw new InputException("Say to which percentage of the users, from 1 to 100, or --all."));

        if (all && percentage != PercentageDecision.Everybody)
        {
            throw new InputException($"--all is 100 %, and {percentage} is said: say one of them.");
        }

        await session.Output.TellAsync(await new PercentageRun(session.Storefront, session.Patience, session.Time).RunAsync(
            new(percentage, StoreArguments.VersionOf(arguments, Version), all), arguments.GetValue(StoreArguments.DryRun), cancellationToken));
    }
}
