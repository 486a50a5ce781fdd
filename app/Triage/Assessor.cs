using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>
/// Triage of a report by one profile: what is severe about it, whom it hits, what that scores, and which rule decides.
/// <para>Source: seeds/000, "Component 2: Bug Prioritization System" (severity patterns, impact keywords, formula, triage rules).</para>
/// </summary>
internal sealed class Assessor(Profile profile)
{
    private readonly DeclaredSeverity declared = new(profile);
    private readonly FrequencyReading frequency = new(profile);
    private readonly Phrases betaCritical = new(profile.BetaCritical.Phrases);
    private readonly Phrases coreFeatures = new(profile.CoreFeatures.Phrases);

    private readonly (Severity Severity, Phrases Phrases)[] severities =
        [.. profile.Severities.OrderBy(rule => rule.Key).Select(rule => (rule.Key, new Phrases(rule.Value.Keywords)))];

    private readonly (Impact Impact, Phrases Phrases)[] impacts =
        [.. profile.Impacts.OrderBy(rule => rule.Key).Select(rule => (rule.Key, new Phrases(rule.Value.Keywords)))];

    /// <summary>Assesses a report. A severity that a person set by label outranks everything the text says.</summary>
    public Assessment Assess(Report report, Severity? byLabel)
    {
        var sentences = Prose.Read(report);
        var (severity, source) = SeverityOf(sentences, byLabel);
        var impact = ImpactOf(sentences);
        var affected = frequency.Find(sentences);
        var beta = betaCritical.Find(sentences);
        var core = coreFeatures.Find(sentences);

        var score = new Score(
            profile.Severities[severity.Value].Weight,
            profile.Impacts[impact.Value].Multiplier,
            profile.Frequencies[affected.Value].Bonus,
            beta is null ? 1 : profile.BetaCritical.Factor,
            core is null ? 1 : profile.CoreFeatures.Factor,
            profile.Score.Scale,
            profile.Score.Cap);

        var rule = profile.Rules.Cast<TriageRule?>().FirstOrDefault(rule => TriageRules.Fires(rule!, severity.Value, affected.Value, core is not null, score.Total));

        return new(severity, source, impact, affected, beta, core, score, rule?.Decision ?? Decision.Review, rule?.Name);
    }

    private (Finding<Severity> Severity, SeveritySource Source) SeverityOf(Values<Sentence> sentences, Severity? byLabel)
    {
        if (byLabel is { } label)
        {
            return (new(label, null), SeveritySource.Label);
        }

        if (declared.Find(sentences) is { } stated)
        {
            return (stated, SeveritySource.Declared);
        }

        foreach (var (severity, phrases) in severities)
        {
            if (phrases.Find(sentences) is { } evidence)
            {
                return (new(severity, evidence), SeveritySource.Keywords);
            }
        }

        return (new(profile.Otherwise, null), SeveritySource.Otherwise);
    }

    private Finding<Impact> ImpactOf(Values<Sentence> sentences)
    {
        foreach (var (impact, phrases) in impacts)
        {
            if (phrases.Find(sentences) is { } evidence)
            {
                return new(impact, evidence);
            }
        }

        return new(Impact.None, null);
    }
}
