using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Configuration;

/// <summary>Decides what an event on a repository means: its configuration may have changed, or who owns which of its files.</summary>
internal static class RepositoryDecision
{
    /// <param name="facts">Null where the event does not touch the configuration.</param>
    public static Plan Decide(RepositoryEvent happened, ConfigFacts? facts)
    {
        Values<Effect> owners = happened is FilesPushed { IsDefault: true } pushed && pushed.Paths.Any(WatchedFiles.CodeOwners.Contains) ? [new ForgetCodeOwners(pushed.Repository)] : [];
        var config = facts is null ? new(null, [], owners.Count > 0 ? "code owners may have changed" : "config not touched") : ConfigDecision.Decide(facts);

        return config with { Effects = [.. owners, .. config.Effects] };
    }
}
