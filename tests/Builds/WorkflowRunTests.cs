using Hotfix.Domain;

namespace Hotfix.Tests.Builds;

public sealed class WorkflowRunTests
{
    [Theory]
    [InlineData(7, "b", RunStanding.Queued, true)]
    [InlineData(5, "a", RunStanding.Succeeded, true)]
    [InlineData(5, "a", RunStanding.Queued, false)]
    [InlineData(4, "a", RunStanding.Succeeded, false)]
    [InlineData(4, "b", RunStanding.Failed, false)]
    [InlineData(0, "b", RunStanding.Refused, true)]
    [InlineData(0, "a", RunStanding.Refused, false)]
    public void An_older_run_does_not_follow_a_newer_one_whatever_it_is_of(long id, string commit, object standing, bool follows) =>
        Assert.Equal(follows, Of(id, commit, (RunStanding)standing).Follows(Of(5, "a", RunStanding.Running)));

    [Fact]
    public void One_that_GitHub_would_not_start_is_followed_by_any_of_another_commit() => Assert.True(Of(4, "b", RunStanding.Queued).Follows(Of(0, "a", RunStanding.Refused)));

    private static WorkflowRun Of(long id, string commit, RunStanding standing) => new(id, 1, commit, standing, default, "");
}
