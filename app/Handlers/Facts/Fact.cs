using Hotfix.Commands;
using Hotfix.Configuration;
using Hotfix.Triage;

namespace Hotfix.Handlers.Facts;

/// <summary>What was read for a decision.</summary>
internal abstract record Fact
{
    /// <summary>Nothing is needed.</summary>
    internal sealed record None : Fact;

    internal sealed record OfIssue(IssueFacts Facts) : Fact;

    /// <param name="Head">The pull request's newest commit by now; null where there is none of the number.</param>
    internal sealed record OfPullComment(string? Head) : Fact;

    internal sealed record OfCommand(CommandFacts Facts) : Fact;

    /// <param name="Config">Null where the event does not touch the configuration.</param>
    internal sealed record OfFix(FixFacts Facts, ConfigFacts? Config) : Fact;

    /// <param name="Facts">Null where the event turned out not to touch the configuration.</param>
    internal sealed record OfConfig(ConfigFacts? Facts) : Fact;
}
