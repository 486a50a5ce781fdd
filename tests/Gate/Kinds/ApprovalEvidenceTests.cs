using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class ApprovalEvidenceTests
{
    [Fact]
    public void Open_until_somebody_approves()
    {
        Assert.Equal(
            Finding.Open("Nobody's approval counts yet. Somebody who may write here and has no part in it must approve `2222222`."),
            Look("approval(1)", Facts));
        Assert.Equal(Finding.Closed("Approved by `bo`."), Look("approval", Facts.With(Review("bo"))));
    }

    [Fact]
    public void As_many_as_are_asked_for_and_each_person_once()
    {
        Assert.Equal(ItemStanding.Open, Standing("approval(2)", Facts.With(Review("bo"), Review("BO", minute: 1))));
        Assert.Equal(ItemStanding.Closed, Standing("approval(2)", Facts.With(Review("bo"), Review("cy"))));
        Assert.Equal("1 of 3 approvals, by `bo`. 2 people who may write here and have no part in it must approve `2222222`.", Look("approval(3)", Facts.With(Review("bo"))).Says);
    }

    /// <summary>The newest commit is the App's own, and keeps what was said of the one before.</summary>
    [Fact]
    public void A_commit_of_ours_keeps_it_and_anybody_else_s_ends_it()
    {
        var facts = Facts.With(Review("cy", commit: Fixed));

        Assert.Equal(ItemStanding.Closed, Standing("approval(1)", facts));
        Assert.Equal("Nobody's approval counts yet. `cy` looked at `1111111`, and more was pushed since. Somebody who may write here and has no part in it must approve `3333333`.", Look("approval(1)", facts.WithPush()).Says);
        Assert.Equal(ItemStanding.Open, Standing("approval(1)", Facts.With(Review("cy", commit: "")))); // that commit is gone: pushed by force
    }

    [Fact]
    public void Nobody_approves_their_own()
    {
        Assert.Contains("`Ana` has a part in its commits", Look("approval(1)", Facts.With(Review("Ana"))).Says, StringComparison.Ordinal);
        Assert.Contains("`bo` pushed it", Look("approval(1)", Facts.WithPush().With(Review("bo", commit: Pushed))).Says, StringComparison.Ordinal);
        Assert.Contains("`dee` opened it", Look("approval(1)", Facts with { Pull = Facts.Pull with { Author = "dee", Reviews = [Review("dee")] } }).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Strangers_and_bots_count_for_nothing()
    {
        Assert.Contains("`bo` may not write to the repository", Look("approval(1)", Facts.With(Review("bo", canWrite: false))).Says, StringComparison.Ordinal);
        Assert.Contains("`copilot` is no person", Look("approval(1)", Facts.With(Review("copilot", isBot: true))).Says, StringComparison.Ordinal);
        Assert.Equal(ItemStanding.Open, Standing("approval(1)", Facts.With(Review(""))));
    }

    [Fact]
    public void It_is_taken_back_by_a_dismissal_or_by_asking_for_changes()
    {
        Assert.Equal(ItemStanding.Open, Standing("approval(1)", Facts.With(Review("bo"), Review("bo", ReviewState.Dismissed, minute: 1))));
        Assert.Equal(
            new Finding(ItemStanding.Failing, "`bo` asked for changes: it takes a new review by the same person, or the old one dismissed."),
            Look("approval(1)", Facts.With(Review("cy"), Review("bo"), Review("bo", ReviewState.ChangesRequested, minute: 1))));
        Assert.Equal(ItemStanding.Closed, Standing("approval(1)", Facts.With(Review("cy"), Review("bo", ReviewState.ChangesRequested, canWrite: false))));
        Assert.Equal(ItemStanding.Closed, Standing("approval(1)", Facts.With(Review("bo"), Review("bo", ReviewState.Commented, minute: 1))));
    }

    [Fact]
    public void What_is_not_known_is_not_believed()
    {
        var approved = Facts.With(Review("bo"));

        Assert.StartsWith("GitHub does not say who pushed `2222222`", Look("approval(1)", approved with { Pull = approved.Pull with { Pusher = null } }).Says, StringComparison.Ordinal);
        Assert.StartsWith("`1111111` is by somebody whom GitHub does not know", Look("approval(1)", approved with { Pull = approved.Pull with { Commits = [new(Fixed, ["ana"], true), new(Head, [], true)] } }).Says, StringComparison.Ordinal);
        Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("approval(1)", approved.Partly()));
    }

    [Fact]
    public void Where_a_team_is_asked_for_only_its_people_count()
    {
        var facts = Facts.With(Review("bo")) with { Teams = [new("security", "Bo")] };

        Assert.Equal(ItemStanding.Closed, Standing("approval(1, by: security)", facts));
        Assert.Contains("`bo` is not in the team `release`", Look("approval(1, by: release)", facts).Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approval(0)", "says 0, where approval(n, by: team) has a whole number from 1 to 100")]
    [InlineData("approval(two)", "says two, where approval(n, by: team) has a whole number from 1 to 100")]
    [InlineData("approval(1, 2)", "has 2 arguments, and approval(n, by: team) takes at most 1")]
    [InlineData("approval(1, team: a)", "has an argument named team, and approval(n, by: team) knows by")]
    public void What_is_no_number_or_name_is_told(string evidence, string objection) => Assert.Equal(objection, Objection(evidence));
}
