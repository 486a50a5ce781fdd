using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Tests.Commands.Verbs;

public sealed class RoleVerbTests
{
    private static readonly Domain.Hotfix Triaged = CommandTester.Triaged;

    [Fact]
    public void Somebody_has_the_part_from_now_on()
    {
        var next = Triaged with { Roles = [new(IncidentRole.Commander, "dana")] };

        Assert.Equal(new Ruling.Done(next, [CommandTester.Remember(Triaged, next)], "commander dana", null, NextStep.Card), CommandTester.Rule("/hotfix role commander @dana"));
    }

    [Fact]
    public void Whoever_had_it_has_it_no_more_and_the_others_keep_theirs()
    {
        var before = Triaged with { Roles = [new(IncidentRole.Commander, "dana"), new(IncidentRole.Scribe, "sam")] };
        var next = Triaged with { Roles = [new(IncidentRole.Commander, "eve"), new(IncidentRole.Scribe, "sam")] };

        Assert.Equal(new Ruling.Done(next, [CommandTester.Remember(before, next)], "commander eve", null, NextStep.Card), CommandTester.Rule("/hotfix role commander eve", before));
    }

    [Fact]
    public void Whoever_has_it_already_is_told() => Assert.Equal(
        new Ruling.Refused("`DANA` is the comms already."),
        CommandTester.Rule("/hotfix role comms @DANA", Triaged with { Roles = [new(IncidentRole.Comms, "dana")] }));
}
