using Hotfix.Releases;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>Users can read what changed.</summary>
internal sealed class ChangelogEvidence() : Evidence(new("changelog", "changelog", "The file that `branches.changelog` names has a heading for the hotfix's version, with something below it."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts) => (facts.Profile.Branches.Changelog, facts.Fix.Version) switch
    {
        (null, _) => new(ItemStanding.NotAsked, "There is no list of changes."),
        (_, null) => Finding.Open("No version was given out for it: `/hotfix start` does that."),
        ({ } path, { } version) => facts.Texts.FirstOrDefault(file => file.Path == path) is not { } file
            ? Finding.Open($"There is no {Quote.Code(path)}: write what changed under {Quote.Code($"## [{version.Version}]")}.")
            : Changelog.Says(file.Text, version.Version) ? Finding.Closed($"{Quote.Code(path)} tells of {Quote.Code(version.Version)}.")
            : Finding.Open($"{Quote.Code(path)} says nothing of {Quote.Code(version.Version)}: write what changed under {Quote.Code($"## [{version.Version}]")}."),
    };
}
