using Hotfix.Releases;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>What is merged will say of itself that it is the new version.</summary>
internal sealed class VersionBumpedEvidence() : Evidence(new("version-bumped", "version-bumped", "Each file of `branches.version_files` holds the version that was given out for the hotfix, and it is not the one that it starts from."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        if (facts.Profile.Branches.VersionFiles.Count == 0)
        {
            return new(ItemStanding.NotAsked, "No file holds the version.");
        }

        if (facts.Fix.Version is not { } version)
        {
            return Finding.Open("No version was given out for it: `/hotfix start` does that.");
        }

        // What would have to be edited does not hold it yet.
        var edited = VersionFiles.Edit(facts.Profile.Branches, facts.Texts.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal), version.Version, version.Store);

        return (edited.Missed, edited.Files) switch
        {
            ({ Count: > 0 } missed, _) => Finding.Open($"The version cannot be read. {string.Join(' ', missed)}"),
            (_, { Count: > 0 } files) => Finding.Open($"Not {Quote.Code(version.Version)}{(version.Store is { } store ? $" ({Quote.Code(store)} in the store)" : "")} yet: {Touching.Named(files.Select(file => file.Path))}. Set it there."),
            _ when facts.Fix.Tag == facts.Fix.From => Finding.Open($"{Quote.Code(version.Version)} is the version it starts from."),
            _ => Finding.Closed($"It is {Quote.Code(version.Version)}."),
        };
    }
}
