using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Tests.Support;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

public sealed class GateNeedsTests
{
    private static readonly BranchRules Rules = Reports.Profile.Branches;

    [Fact]
    public void Most_checklists_need_nothing_more() => Assert.Equal(new GateNeeds([], [], []), Needs("manual", "approval(2)", "checks-green", "no such evidence"));

    [Fact]
    public void Texts_are_read_only_for_what_looks_into_them()
    {
        Assert.Equal([Rules.Changelog!], Needs("changelog").Files);
        Assert.Contains("manifest.json", Needs("version-bumped").Files);
        Assert.DoesNotContain(Rules.Changelog!, Needs("version-bumped").Files);
        Assert.Equal(Needs("version-bumped").Files.Count + 1, Needs("version-bumped", "changelog", "changelog").Files.Count);
    }

    [Fact]
    public void A_team_is_asked_for_once_however_it_is_written() => Assert.Equal(["security", "privacy"], Needs("approval(1, by: security)", "approval(2, by: Security)", "privacy-audit(by: privacy)").Teams);

    [Fact]
    public void Branches_are_those_that_are_named_or_the_default_one() => Assert.Equal(["", "next", "main"], Needs("forward-port-clean", "forward-port-clean(next, main)", "forward-port-clean(next)").Branches);

    [Fact]
    public void Without_a_template_nothing_is_needed() => Assert.Equal(new GateNeeds([], [], []), GateNeeds.Of(Facts.Fix, Reports.Profile));

    private static GateNeeds Needs(params string[] evidence) =>
        GateNeeds.Of(Facts.Fix with { Template = PinnedTemplate.Of("hotfix-p1", "") with { Items = [.. evidence.Select((one, at) => new PinnedItem($"i{at}", "Item.", one))] } }, Reports.Profile);
}
