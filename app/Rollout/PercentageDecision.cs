using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Rollout;

/// <param name="Version">The version it is meant for; null for whichever is published.</param>
/// <param name="All">Somebody said that all users are meant.</param>
internal sealed record PercentageWish(int Percentage, ChromeVersion? Version = null, bool All = false);

/// <summary>What is done about a percentage.</summary>
internal abstract record PercentageStep
{
    private PercentageStep()
    {
    }

    /// <summary>It is so already.</summary>
    internal sealed record Keep(Channel Live) : PercentageStep;

    internal sealed record Raise(ChromeVersion Version, int From, int To) : PercentageStep;

    internal sealed record Refuse(string Why) : PercentageStep;
}

/// <summary>
/// Whether a published version goes to more users. A percentage never falls (the store takes only larger ones: to go back is a rollback), the same one again is nothing to do, and all users is said in so many words.
/// </summary>
internal static class PercentageDecision
{
    public const int Everybody = 100;

    public static PercentageStep Decide(ItemStatus status, PercentageWish wish) => status.Live switch
    {
        _ when wish.Percentage is < 1 or > Everybody => new PercentageStep.Refuse($"{wish.Percentage} is no percentage that a published version can be raised to: that is a whole number from 1 to {Everybody}."),
        null => new PercentageStep.Refuse("Nothing of this item is published, so there is no percentage to raise."),
        { Version: var version } when wish.Version is { } meant && meant != version =>
            new PercentageStep.Refuse($"The percentage is meant for {meant}, and what it would go to is {version}, the highest version that is published."),
        var live when live.Percentage == wish.Percentage => new PercentageStep.Keep(live),
        var live when live.Percentage > wish.Percentage =>
            new PercentageStep.Refuse($"{live.Version} has {live.Percentage} % of the users already, and a percentage never falls: `hotfix store rollback` goes back to an earlier version."),
        var live when wish.Percentage == Everybody && !wish.All => new PercentageStep.Refuse($"{live.Version} has {live.Percentage} % of the users: to give it to all of them, say --all."),
        var live => new PercentageStep.Raise(live.Version, live.Percentage, wish.Percentage),
    };
}
