using Hotfix.Commands;
using Hotfix.Domain;

namespace Hotfix.Tests.Commands;

public sealed class TimelineOrderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly IssueId Issue = new(new(1, 2, "acme", "extension"), 1);

    /// <summary>GitHub tells whole seconds, and we write down when we did something to the fraction: a merge in the same second is no earlier than what made the pull request.</summary>
    [Fact]
    public void Within_a_second_it_is_told_in_the_order_in_which_it_was_done()
    {
        var hotfix = new Hotfix.Domain.Hotfix(Issue, HotfixState.Merged, Noon, null, null, [], [], [], null);
        Memory Was(HotfixState state) => Memory.Of(hotfix with { State = state });
        Values<Deed> journal =
        [
            Of("start", 0.7, new OpenPullRequest(Issue, "", "", "hotfix/v1.0.1", "main"), "pull request #2"),
            Of("start", 0.8, new LogCommand(Issue, new("start", "dana", "start", "/hotfix start", Noon))),
            Of("merge", 0.9, new Remember(Issue, Was(HotfixState.InReview), Was(HotfixState.Merged), Noon)),
            Of("before", 2, new LogCommand(Issue, new("before", "dana", "role", "/hotfix role scribe @sam", Noon.AddSeconds(-1)))),
        ];

        Assert.Equal(
            ["`dana` said `/hotfix role scribe @sam`", "`dana` said `/hotfix start`", "pull request #2 opened", "merged"],
            TimelineText.InOrder(hotfix, journal).Select(entry => entry.Text));
    }

    private static Deed Of(string delivery, double seconds, Effect effect, string? outcome = null) => new(delivery, Noon.AddSeconds(seconds), effect, outcome, null);
}
