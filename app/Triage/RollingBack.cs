using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Whether the last release should be taken back before a fix is sought: any one of the profile's conditions is enough. Source: seeds/002, "Decision: Hotfix or Rollback".</summary>
internal static class RollingBack
{
    public static Values<RollBackReason> Reasons(Profile profile, Decision decision, Evidence? cause, Frequency affected, int areas)
    {
        if (profile.RollBackFirst is not { } rule || !rule.Decisions.Contains(decision))
        {
            return [];
        }

        return
        [
            .. rule.CauseUnknown && cause is null ? [RollBackReason.CauseUnknown] : Array.Empty<RollBackReason>(),
            .. rule.AffectedAbovePercent <= profile.Frequencies[affected].AbovePercent ? [RollBackReason.ManyAffected] : Array.Empty<RollBackReason>(),
            .. rule.AreasAtLeast <= areas ? [RollBackReason.SeveralAreas] : Array.Empty<RollBackReason>(),
        ];
    }
}
