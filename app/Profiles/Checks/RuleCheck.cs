using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>A rule that can never fire is a mistake.</summary>
internal static class RuleCheck
{
    public static IEnumerable<Fault> Find(Profile profile) => profile.Rules.SelectMany((rule, at) => Of(rule, $"rules[#{at}]", profile.Score.Cap));

    private static IEnumerable<Fault> Of(TriageRule rule, string path, decimal cap)
    {
        if (rule.ScoreAtLeast >= rule.ScoreBelow)
        {
            yield return new($"The rule `{Wording.Short(rule.Name)}` can never fire: no score is at least {rule.ScoreAtLeast} and below {rule.ScoreBelow}.", $"{path}.score_at_least", $"{path}.score_below");
        }

        if (cap > 0 && rule.ScoreAtLeast > cap)
        {
            yield return new($"The rule `{Wording.Short(rule.Name)}` can never fire: it asks for a score of {rule.ScoreAtLeast}, and none is above the cap of {cap}.", $"{path}.score_at_least", "score.cap");
        }

        if (rule.ScoreBelow == 0)
        {
            yield return new($"The rule `{Wording.Short(rule.Name)}` can never fire: no score is below 0.", $"{path}.score_below");
        }
    }
}
