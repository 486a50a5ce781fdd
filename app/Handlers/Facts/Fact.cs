using Hotfix.Configuration;
using Hotfix.Triage;

namespace Hotfix.Handlers.Facts;

/// <summary>What was read for a decision.</summary>
internal abstract record Fact
{
    /// <summary>Nothing is needed.</summary>
    internal sealed record None : Fact;

    internal sealed record OfIssue(IssueFacts Facts) : Fact;

    /// <param name="Facts">Null where the event turned out not to touch the configuration.</param>
    internal sealed record OfConfig(ConfigFacts? Facts) : Fact;
}
