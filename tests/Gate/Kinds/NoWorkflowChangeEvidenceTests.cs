using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class NoWorkflowChangeEvidenceTests
{
    [Fact]
    public void A_workflow_that_changes_is_shown_on_its_file()
    {
        var finding = Look("no-workflow-change", Facts.With(File("src/a.js"), File(".github/workflows/ci.yml"), File(".github/actions/build/action.yml", change: PathChange.Removed)));

        Assert.Equal(ItemStanding.Failing, finding.Standing);
        Assert.Equal("Changed: `.github/workflows/ci.yml`, `.github/actions/build/action.yml`. Take that back: it belongs into a pull request of its own.", finding.Says);
        Assert.Equal([".github/workflows/ci.yml"], finding.Notes.Select(note => note.Path));
    }

    [Fact]
    public void Anything_else_may_change()
    {
        Assert.Equal(Finding.Closed("No workflow changes."), Look("no-workflow-change", Facts.With(File("src/a.js"), File(".github/CODEOWNERS"))));
        Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("no-workflow-change", Facts.Partly()));
    }

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and no-workflow-change takes none", Objection("no-workflow-change(ci)"));
}
