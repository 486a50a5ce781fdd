using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class PrivacyAuditEvidenceTests
{
    private static readonly GateFacts Touched = Facts.With(File("src/telemetry/send.ts"));

    [Fact]
    public void It_is_asked_only_where_telemetry_changes()
    {
        Assert.Equal(ItemStanding.NotAsked, Standing("privacy-audit", Facts.With(File("src/a.ts"))));
        Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("privacy-audit", Facts.Partly()));
        Assert.Equal(
            "It changes what is sent about users: `src/telemetry/send.ts`. Nobody's approval counts yet. Somebody who may write here and has no part in it must approve `2222222`. It must say \"privacy audit\".",
            Look("privacy-audit", Touched).Says);
    }

    [Fact]
    public void An_approval_says_so_and_is_one()
    {
        Assert.Equal(ItemStanding.Open, Standing("privacy-audit", Touched.With(Review("bo", body: "LGTM"))));
        Assert.Equal(ItemStanding.Closed, Standing("privacy-audit", Touched.With(Review("bo", body: "Privacy audit: no PII."))));
        Assert.Equal(ItemStanding.Open, Standing("privacy-audit", Touched.With(Review("ana", body: "privacy-audit"))));
        Assert.Equal(ItemStanding.Open, Standing("privacy-audit", Touched.With(Review("bo", body: "privacy-audit"), Review("bo", ReviewState.Dismissed, minute: 1))));
        Assert.Equal(ItemStanding.Open, Standing("privacy-audit(by: privacy)", Touched.With(Review("bo", body: "privacy-audit"))));
    }

    [Fact]
    public void It_knows_a_team_and_no_number() => Assert.Equal("has one argument, and privacy-audit(by: team) takes at most 0", Objection("privacy-audit(2)"));
}
