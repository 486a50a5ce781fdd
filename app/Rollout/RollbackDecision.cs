using Hotfix.Domain;
using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Rollout;

/// <param name="Target">The version to go back to, as it was published; null where the store itself shows which (a version that goes to some of the users only, and the one before it).</param>
/// <param name="From">The version that is to be taken back; null for whichever is published.</param>
/// <param name="As">The new version; null for the lowest that can be had.</param>
internal sealed record RollbackWish(string? Target = null, ChromeVersion? From = null, ChromeVersion? As = null);

/// <summary>What is done about a rollback.</summary>
internal abstract record RollbackStep
{
    private RollbackStep()
    {
    }

    /// <param name="Target">As it is written to the store.</param>
    /// <param name="From">What is published now.</param>
    /// <param name="NewVersion">What the old package is published as.</param>
    /// <param name="Warnings">What is lost by it, a sentence each.</param>
    internal sealed record Plan(string Target, ChromeVersion From, ChromeVersion NewVersion, Values<string> Warnings) : RollbackStep;

    /// <summary>The wished new version is published.</summary>
    internal sealed record Done(Channel Live) : RollbackStep;

    internal sealed record Refuse(string Why) : RollbackStep;
}

/// <summary>
/// How an earlier package is published again. The store wants a version above the one that is published; the lowest such one leaves the most room, and stays below the hotfix that follows: 1.2.3 is rolled back as 1.2.3.1, before 1.2.4.
/// A version that is submitted at the time is passed over: it is discarded, and two packages of one version would be a riddle.
/// <para>Source: Chrome Web Store, "Roll back a published item"; API v2, <c>publishers.items.rollback</c>.</para>
/// </summary>
internal static class RollbackDecision
{
    public static RollbackStep Decide(ItemStatus status, RollbackWish wish)
    {
        if (status.Live is not { } live)
        {
            return new RollbackStep.Refuse("Nothing of this item is published, so there is nothing to roll back.");
        }

        if (wish.As is { } done && status.Published!.Find(done) is { } there)
        {
            return new RollbackStep.Done(there);
        }

        if (wish.From is { } from && from != live.Version)
        {
            return new RollbackStep.Refuse($"The rollback is meant to take back {from}, and what is published is {live.Version}: somebody else was there first, or it is done.");
        }

        return Target(status, live, wish.Target) is { } target ? Decide(status, live, target, wish.As) : new RollbackStep.Refuse(
            $"Say with --to which version to go back to from {live.Version}: the store keeps no list of what was published before; the repository's releases do.");
    }

    private static RollbackStep Decide(ItemStatus status, Channel live, string target, ChromeVersion? wished)
    {
        if (ChromeVersion.Objection(target) is { } objection)
        {
            return new RollbackStep.Refuse($"--to '{target}' {objection}: it is a version that was published, like 1.2.2.");
        }

        if (ChromeVersion.TryParse(target) >= live.Version)
        {
            return new RollbackStep.Refuse($"{target} is not below {live.Version}, which is published: a rollback goes to a version before it.");
        }

        if (wished <= live.Version)
        {
            return new RollbackStep.Refuse($"A rollback is published under a version above {live.Version}, which {wished} is not: leave --as out for the lowest one.");
        }

        return (wished ?? Next(status, live.Version)) is { } version
            ? new RollbackStep.Plan(target, live.Version, version, [.. Lost(status, live)])
            : new RollbackStep.Refuse($"There is no version above {live.Version}, so the store can take no further package of this extension.");
    }

    private static ChromeVersion? Next(ItemStatus status, ChromeVersion published)
    {
        var next = published.Next();

        while (next is { } taken && status.Submitted?.Find(taken) is not null)
        {
            next = taken.Next();
        }

        return next;
    }

    /// <summary>While a version goes to some of the users only, the last that went to all.</summary>
    private static string? Target(ItemStatus status, Channel live, string? wished) => wished ?? Spelled(status.Published!.Channels
        .Where(channel => channel.Version < live.Version && channel.Percentage == PercentageDecision.Everybody)
        .MaxBy(channel => channel.Version));

    private static string? Spelled(Channel? channel) => channel?.Written ?? channel?.Version.ToString();

    private static IEnumerable<string> Lost(ItemStatus status, Channel live)
    {
        if (status.Submitted is { State.Blocks: true } pending)
        {
            yield return $"{pending.Words} is {pending.State.Words}; the rollback discards that.";
        }

        if (live.Percentage < PercentageDecision.Everybody)
        {
            yield return $"{live.Version} goes to {live.Percentage} % of the users; the rollback ends that, and goes to all of them.";
        }
    }
}
