using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>What a gate tells people besides its items.</summary>
internal static class GateAnswers
{
    /// <summary>Whoever waits for it is meant to be told, so their names are no quotes here.</summary>
    public static string Ready(GateFacts facts, string? owner)
    {
        var reviewers = facts.Pull.Reviews.Where(review => review is { IsBot: false, CanWrite: true, By.Length: > 0 }).Select(review => review.By);
        var people = facts.Pull.AskedToReview.Concat(reviewers).Prepend(owner).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(login => $"@{login}").ToList();
        var merging = facts.Pull.State == PullState.Draft && !facts.Profile.Gate.Ready ? "Mark it as ready for review, and it can be merged." : facts.Profile.Gate.AutoMerge is not null ? "GitHub merges it as soon as the branch lets anybody." : $"It can be merged into {Quote.Code(facts.Pull.Base)}.";

        return $"{(people.Count > 0 ? $"{string.Join(' ', people)}: e" : "E")}very item of the gate is closed. {merging}";
    }

    public static string NotMergedByItself(string why) => $"GitHub does not merge this by itself, so somebody has to: {Quote.Long(why, 300)}";

    public static string WasAway(DateTimeOffset since) => $"GitHub did not answer from {Sentences.At(since)} on; until this verdict the gate stood as it was.";
}
