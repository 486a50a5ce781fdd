using System.Text.RegularExpressions;
using Hotfix.Gate.Reading;

namespace Hotfix.Gate.Kinds;

/// <summary>Stored data is changed only when there is a way back. Source: seeds/002, "Database Migration".</summary>
internal sealed partial class MigrationBackupEvidence() : Evidence(new("migration-backup", "migration-backup", "Asked only where files of `gate.migrations` change: then its box is ticked, and a link to the backup stands behind its words.") { IsInText = true, IsOnLine = true })
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        var touched = Touching.Of(facts.Pull, facts.Profile.Gate.Migrations);
        var words = ItemText.Of(item.Pinned.Text).Words;
        var hasLink = item.Line.StartsWith(words, StringComparison.Ordinal) && Link().IsMatch(item.Line[words.Length..]);

        return touched.Count == 0
            ? facts.Pull.IsWhole ? new(ItemStanding.NotAsked, "Nothing migrates stored data.") : Finding.Open(GateSentences.NotWhole)
            : (item.IsTicked, hasLink) switch
            {
                (true, true) => Finding.Closed("It is ticked, with a link to the backup."),
                (true, false) => Finding.Open("It is ticked without a link: put one to the backup behind its words, like `https://…`."),
                _ => Finding.Open($"Stored data is migrated by {Touching.Named(touched.Select(file => file.Path))}: make a backup, tick the box, and put a link to the backup behind its words{(hasLink ? "; the link is there" : "")}."),
            };
    }

    [GeneratedRegex(@"https?://[^\s/<>()\[\]]+\.?[^\s<>]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
