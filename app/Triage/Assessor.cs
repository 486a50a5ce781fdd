using Hotfix.Domain;
using Hotfix.Triage.Claims;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage;

/// <summary>
/// Triage of a report by one profile: what it is, what it claims, how bad that is and for how many, what that scores, and which rule decides.
/// <para>Source: seeds/000, "Component 2: Bug Prioritization System" (formula, multipliers, bonuses, triage rules); the reading of claims is our own.</para>
/// </summary>
internal sealed class Assessor
{
    private readonly Profile profile;
    private readonly ReportReader reader;
    private readonly ClaimReader claimReader;
    private readonly KindReading kinds;
    private readonly DeclaredReading declaredSeverity;
    private readonly FrequencyReading frequencies;
    private readonly Mentions betaCritical;
    private readonly Topics coreFeatures;
    private readonly Topics areas;
    private readonly Mentions causes;
    private readonly DependencyReading dependencies;
    private readonly Mentions workarounds;
    private readonly Mentions regressions;

    public Assessor(Profile profile)
    {
        var spelling = new Spelling(profile.Spellings);
        var grammar = new Grammar(profile.Grammar);

        this.profile = profile;
        reader = new(profile, spelling);
        claimReader = new(profile, grammar);
        kinds = new(profile, spelling);
        declaredSeverity = new(profile);
        frequencies = new(profile, grammar, spelling);
        betaCritical = new(profile.BetaCritical.Phrases, grammar);
        coreFeatures = new(profile.CoreFeatures.Features.Select(feature => (feature.Key, feature.Value.Phrases)));
        areas = new(profile.Areas.Select(area => (area.Key, area.Value.Phrases)));
        causes = new(profile.RollBackFirst?.Causes ?? [], grammar);
        dependencies = new(profile.Dependencies);
        workarounds = new(profile.Workarounds, grammar);
        regressions = new(profile.Regressions, null);
    }

    /// <summary>Assesses a report. What a person set outranks everything the text says.</summary>
    public Assessment Assess(Report report, Severity? severityByHand, Impact? impactByHand = null, Frequency? frequencyByHand = null)
    {
        var byHand = new ByHand(severityByHand, impactByHand, frequencyByHand);
        var read = reader.Read(report);
        var claims = claimReader.Read(read.Sentences);
        var core = coreFeatures.First(read.Sentences);
        var kind = severityByHand is null ? kinds.Find(read, claims, core is not null) : new(Kind.Bug, null);

        return kind.Value == Kind.Bug ? OfBug(report, read, claims, kind, core, byHand) : OfNoBug(kind);
    }

    private static Assessment OfNoBug(Finding<Kind> kind) => new(
        kind, null, SeveritySource.Otherwise, null, null, new(Impact.None, null), new(Frequency.Unknown, null), null, null, null, null, null,
        kind.Value == Kind.Unclear ? Decision.NeedsInfo : Decision.NotABug, null);

    private Assessment OfBug(Report report, ReadReport read, Values<Claim> claims, Finding<Kind> kind, NamedFinding? core, ByHand byHand)
    {
        var declared = declaredSeverity.Find(read, report.Title);
        var affected = byHand.Frequency is { } band ? new(band, Said("frequency", band)) : frequencies.Find(read, claims);
        var beta = betaCritical.Find(read.Sentences);
        var workaround = claims.Any(claim => !claim.Signal.Workable) ? null : workarounds.Find(read.Sentences);
        var found = SeverityReading.Found(claims, core is not null, workaround is not null, affected.Value == Frequency.Rare);
        var (severity, source) = Decide(byHand.Severity, declared, found);
        var impact = byHand.Impact is { } harm ? new(harm, Said("impact", harm)) : ImpactOf(claims);
        var score = new Score(
            profile.Severities[severity].Weight,
            profile.Impacts[impact.Value].Multiplier,
            profile.Frequencies[affected.Value].Bonus,
            beta is null ? 1 : profile.BetaCritical.Factor,
            core is null ? 1 : profile.CoreFeatures.Factor,
            profile.Score.Scale,
            profile.Score.Cap);
        var rule = source == SeveritySource.Otherwise ? null : profile.Rules.FirstOrDefault(rule => TriageRules.Fires(rule, severity, affected.Value, core is not null, score.Total));

        var decision = rule?.Decision ?? Decision.Review;
        var hit = AreasOf(read.Sentences, impact);
        var cause = causes.Find(read.Sentences);

        return new(
            kind, severity, source, declared, found, impact, affected, beta, core, workaround, regressions.Find(read.Sentences), score,
            decision, rule?.Name, read.Answers.GetValueOrDefault(Question.Version), read.Answers.GetValueOrDefault(Question.Platform),
            hit, cause, dependencies.Find(read.Sentences), RollingBack.Reasons(profile, decision, cause, affected.Value, hit.Count));
    }

    /// <summary>What the words speak of, and what the impact speaks of by itself.</summary>
    private Values<NamedFinding> AreasOf(Values<Sentence> sentences, Finding<Impact> impact)
    {
        var byImpact = impact.Evidence is { } evidence ? profile.Areas.Where(area => area.Value.Impacts.Contains(impact.Value)).Select(area => new NamedFinding(area.Key, evidence)) : [];

        return [.. byImpact.Concat(areas.All(sentences)).DistinctBy(area => area.Name)];
    }

    private (Severity Severity, SeveritySource Source) Decide(Severity? byHand, Finding<Severity>? declared, Finding<Severity>? found) => (byHand, declared, found) switch
    {
        ({ } set, _, _) => (set, SeveritySource.Person),
        (_, { } stated, _) when Math.Abs(stated.Value - (found?.Value ?? profile.Otherwise)) <= profile.DeclaredWithin => (stated.Value, SeveritySource.Declared),
        (_, _, { } claimed) => (claimed.Value, SeveritySource.Claims),
        _ => (profile.Otherwise, SeveritySource.Otherwise),
    };

    /// <summary>The worst that is claimed, by the order of harm; a log counts only where nobody says anything.</summary>
    private Finding<Impact> ImpactOf(Values<Claim> claims)
    {
        var said = claims.Where(claim => claim.Place != Place.Log).DefaultIfEmpty(claims.Count > 0 ? claims[0] : null);

        return said.OfType<Claim>().Where(claim => claim.Signal.Impact != Impact.None).OrderBy(claim => claim.Signal.Impact).FirstOrDefault() is { } worst
            ? new(worst.Signal.Impact, worst.Evidence)
            : new(profile.OtherwiseImpact, null);
    }

    /// <summary>The command that said so, as it is typed.</summary>
    private static Evidence Said<T>(string verb, T value)
        where T : struct, Enum => new($"/hotfix {verb} {Typed.Of(value)}", Place.Command);

    private sealed record ByHand(Severity? Severity, Impact? Impact, Frequency? Frequency);
}
