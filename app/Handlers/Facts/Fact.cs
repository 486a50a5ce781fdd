using Hotfix.Builds;
using Hotfix.Commands;
using Hotfix.Configuration;
using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Triage;

namespace Hotfix.Handlers.Facts;

/// <summary>When something was heard, and how long a gate waits for more before it is judged.</summary>
internal sealed record Hearing(DateTimeOffset At, TimeSpan Settle);

/// <summary>What was read for a decision.</summary>
internal abstract record Fact
{
    /// <summary>Nothing is needed.</summary>
    internal sealed record None : Fact;

    internal sealed record OfIssue(IssueFacts Facts) : Fact;

    /// <param name="Head">The pull request's newest commit by now; null where there is none of the number.</param>
    internal sealed record OfPullComment(string? Head, Hearing Hearing) : Fact;

    /// <summary>Something happened to a hotfix's pull request that only its gate cares about.</summary>
    /// <param name="Config">Null where the event does not touch the configuration.</param>
    internal sealed record OfNews(Hearing Hearing, ConfigFacts? Config) : Fact;

    internal sealed record OfCommand(CommandFacts Facts) : Fact;

    /// <param name="Config">Null where the event does not touch the configuration.</param>
    internal sealed record OfFix(FixFacts Facts, Hearing Hearing, ConfigFacts? Config) : Fact;

    internal sealed record OfBuild(BuildFacts Facts, Hearing Hearing) : Fact;

    /// <param name="ReadAt">Just before it was read: what was heard by then is in it.</param>
    /// <param name="AwaySince">Since when GitHub had not answered; null where it did at once.</param>
    internal sealed record OfGate(GateFacts Facts, DateTimeOffset ReadAt, DateTimeOffset? AwaySince) : Fact;

    /// <param name="Gates">Those of the hotfixes in the group; null where GitHub does not list the commit in the queue any more.</param>
    /// <param name="Unread">The pull requests of hotfixes that GitHub does not show.</param>
    internal sealed record OfQueue(MergeGroupFormed Group, Values<GateFacts>? Gates, Values<int> Unread = default) : Fact;

    /// <summary>GitHub will not tell what a verdict is made from, and asking again will not change that.</summary>
    /// <param name="Commit">That a verdict is wanted on.</param>
    internal sealed record OfSilence(Repository Repository, string Commit, string Why, MergeGroupFormed? Group) : Fact;

    /// <param name="IsRequired">The pull request's base asks for our gate.</param>
    /// <param name="Config">What else the event means.</param>
    internal sealed record OfStranger(bool IsRequired, ConfigFacts? Config) : Fact;

    /// <param name="Facts">Null where the event turned out not to touch the configuration.</param>
    internal sealed record OfConfig(ConfigFacts? Facts) : Fact;
}
