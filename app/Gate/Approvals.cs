using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>
/// Whose approval counts: that of a person who may write to the repository, has no part in the commits, and looked at what is there now. The newest opinion of each person counts.
/// <para>Whoever cannot be known (a commit by nobody with an account, a push that GitHub does not name) could be the approver, so then nothing counts.</para>
/// </summary>
internal static class Approvals
{
    /// <param name="says">What the review has to say; null for nothing.</param>
    /// <param name="wanted">The same as a sentence.</param>
    public static Finding Look(GateFacts facts, int needed, string? team, Predicate<string>? says = null, string? wanted = null)
    {
        var opinions = Opinions(facts.Pull);
        var against = opinions.Where(review => review is { State: ReviewState.ChangesRequested, CanWrite: true, IsBot: false }).ToList();

        if (against.Count > 0)
        {
            return new(ItemStanding.Failing, $"{GateSentences.People(against.Select(review => review.By))} asked for changes: it takes a new review by the same person, or the old one dismissed.");
        }

        if (Unknown(facts) is { } unknown)
        {
            return Finding.Open(unknown);
        }

        var judged = opinions.Where(review => review.State == ReviewState.Approved).Select(review => (review.By, Objection: Objection(facts, review, team, says))).ToList();
        var counted = judged.Where(one => one.Objection is null).Select(one => one.By).ToList();

        return counted.Count >= needed
            ? Finding.Closed($"Approved by {GateSentences.People(counted)}.")
            : Finding.Open(Sentence(facts, needed, team, wanted, counted, [.. judged.Where(one => one.Objection is not null).Select(one => $"{Quote.Code(one.By)} {one.Objection}")]));
    }

    /// <summary>A comment is no opinion; a dismissed one is none any more.</summary>
    private static List<PullReview> Opinions(PullEvidence pull) =>
    [
        .. pull.Reviews
            .Where(review => review.By.Length > 0 && review.State is ReviewState.Approved or ReviewState.ChangesRequested or ReviewState.Dismissed)
            .GroupBy(review => review.By, StringComparer.OrdinalIgnoreCase)
            .Select(one => one.OrderBy(review => review.At).Last())
            .OrderBy(review => review.At),
    ];

    private static string? Unknown(GateFacts facts) => facts.Pull switch
    {
        { IsWhole: false } => GateSentences.NotWhole,
        { Pusher: null } => $"GitHub does not say who pushed {Quote.Code(Own.Short(facts.Pull.Head))}, so anybody who approves could have: push once more, or override it.",
        _ when Others(facts).FirstOrDefault(commit => commit.HasStranger) is { } stranger =>
            $"{Quote.Code(Own.Short(stranger.Sha))} is by somebody whom GitHub does not know, who could be whoever approves: give the commit an author and a committer with an account, and push it again.",
        _ => null,
    };

    private static string? Objection(GateFacts facts, PullReview review, string? team, Predicate<string>? says) => review switch
    {
        { IsBot: true } => "is no person",
        { CanWrite: false } => "may not write to the repository",
        _ when Same(review.By, facts.Pull.Author) => "opened it",
        _ when Same(review.By, facts.Pull.Pusher) => "pushed it",
        _ when Others(facts).Any(commit => commit.People.Any(person => Same(person, review.By))) => "has a part in its commits",
        _ when !Own.Keeps(facts, review.Commit) => review.Commit.Length == 0 ? "looked at a commit that is gone" : $"looked at {Quote.Code(Own.Short(review.Commit))}, and more was pushed since",
        _ when team is not null && !facts.Teams.Any(member => Same(member.Team, team) && Same(member.Login, review.By)) => $"is not in the team {Quote.Code(team)}",
        _ when says?.Invoke(review.Body) == false => "does not say what it takes",
        _ => null,
    };

    private static string Sentence(GateFacts facts, int needed, string? team, string? wanted, List<string> counted, List<string> others) => string.Join(' ', new[]
    {
        counted.Count > 0 ? $"{GateSentences.Number(counted.Count)} of {GateSentences.Number(needed)} approvals, by {GateSentences.People(counted)}." : "Nobody's approval counts yet.",
        others.Count > 0 ? $"{GateSentences.Few(others, 5)}." : null,
        $"{(needed - counted.Count == 1 ? "Somebody" : GateSentences.Count(needed - counted.Count, "person", "people"))}{(team is null ? "" : $" of the team {Quote.Code(team)}")} who may write here and has no part in it must approve {Quote.Code(Own.Short(facts.Pull.Head))}.",
        wanted,
    }.OfType<string>());

    private static IEnumerable<PulledCommit> Others(GateFacts facts) => facts.Pull.Commits.Where(commit => !facts.Fix.Own.Contains(commit.Sha));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
