using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class ForwardPortCleanEvidenceTests
{
    private static readonly string Main = Facts.Pull.Default!.Commit;

    [Fact]
    public void It_waits_until_it_was_tried_on_these_heads()
    {
        Assert.Equal(new Finding(ItemStanding.Waiting, "Not tried yet on `main` as it is now."), Look("forward-port-clean", Facts));
        Assert.Equal(Finding.Closed("It applies to `main`."), Look("forward-port-clean", Tried(new PortCheck("main", Head, Main, []))));
        Assert.Equal(ItemStanding.Waiting, Standing("forward-port-clean", Tried(new PortCheck("main", Fixed, Main, []))));
        Assert.Equal(ItemStanding.Waiting, Standing("forward-port-clean", Tried(new PortCheck("main", Head, Fixed, []))));
    }

    [Fact]
    public void A_conflict_is_shown_on_its_file()
    {
        var finding = Look("forward-port-clean", Tried(new PortCheck("main", Head, Main, ["src/a.js"])));

        Assert.Equal(ItemStanding.Failing, finding.Standing);
        Assert.StartsWith("It does not apply: `main` in `src/a.js`. ", finding.Says, StringComparison.Ordinal);
        Assert.Equal([("src/a.js", AnnotationLevel.Warning)], finding.Notes.Select(note => (note.Path, note.Level)));
    }

    [Fact]
    public void Branches_may_be_named()
    {
        var facts = Tried(new("main", Head, Main, []), new("release/v2", Head, Fixed, []));

        Assert.Equal(Finding.Closed("It applies to `main`, `release/v2`."), Look("forward-port-clean(main, release/v2)", facts));
        Assert.Equal(new Finding(ItemStanding.Waiting, "Not tried yet on `release/v3` as it is now."), Look("forward-port-clean(main, release/v3)", facts));
    }

    [Fact]
    public void Where_it_goes_by_itself_there_is_nothing_to_carry()
    {
        Assert.Equal(Finding.Closed("It goes where it has to by itself."), Look("forward-port-clean", Facts with { Pull = Facts.Pull with { Base = "main" } }));
        Assert.Equal(ItemStanding.Open, Standing("forward-port-clean", Facts with { Pull = Facts.Pull with { Default = null } }));
    }

    [Fact]
    public void It_knows_no_names() => Assert.StartsWith("has an argument named branch,", Objection("forward-port-clean(branch: main)"), StringComparison.Ordinal);

    private static GateFacts Tried(params PortCheck[] ports) => Facts with { Ports = [.. ports] };
}
