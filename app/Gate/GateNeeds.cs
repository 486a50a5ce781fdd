using Hotfix.Domain;
using Hotfix.Releases;

namespace Hotfix.Gate;

/// <summary>What has to be read for a checklist beside the pull request itself: most checklists need none of it.</summary>
/// <param name="Files">Whose text at the head is looked at.</param>
/// <param name="Teams">Whose members are asked for.</param>
/// <param name="Branches">Which the change must apply to; the empty name stands for the default branch.</param>
internal sealed record GateNeeds(Values<string> Files, Values<string> Teams, Values<string> Branches)
{
    /// <summary>Files that a question to GitHub can hold; a profile has one or two.</summary>
    private const int MaxFiles = 20;

    public static GateNeeds Of(Fix fix, Profile profile)
    {
        List<EvidenceCall> calls = [.. (fix.Template?.Items ?? []).Select(item => EvidenceCall.Parse(item.Evidence)).OfType<EvidenceCall>()];
        var rules = profile.Branches;

        return new(
            [
                .. (calls.Exists(call => call.Name == "version-bumped") ? VersionFiles.Paths(rules) : [])
                    .Concat(calls.Exists(call => call.Name == "changelog") && rules.Changelog is { } changelog ? [changelog] : Array.Empty<string>()).Distinct().Take(MaxFiles),
            ],
            [.. calls.Select(call => call.Named.GetValueOrDefault("by")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. calls.Where(call => call.Name == "forward-port-clean").SelectMany(call => call.Arguments.Count > 0 ? call.Arguments : [""]).Distinct(StringComparer.Ordinal)]);
    }
}
