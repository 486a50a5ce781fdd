namespace Hotfix.Domain;

/// <summary>What triage made of a report: each finding with the words it rests on, the score, and the rule that decided.</summary>
/// <param name="Severity">What counts in the end; null for what is no bug, and then there is no score either.</param>
/// <param name="Source">Why that severity counts.</param>
/// <param name="Declared">What the report itself says, where it does; shown also when it does not count.</param>
/// <param name="Found">What its claims amount to.</param>
/// <param name="Version">What a form's "Version" says, as it stands there; likewise <paramref name="Platform"/>.</param>
/// <param name="Areas">The parts of the product it speaks of, by their names in the profile.</param>
/// <param name="Cause">The words by which it names the cause.</param>
/// <param name="DependsOn">Numbers of issues that it says stand in the way.</param>
/// <param name="RollBackFirst">Why to roll back first; empty when a fix is sought at once.</param>
/// <param name="IsPutOff">A person put it off to the next release; no rule decided that.</param>
/// <param name="Rule">The triage rule that decided; null when none did.</param>
internal sealed record Assessment(
    Finding<Kind> Kind,
    Severity? Severity,
    SeveritySource Source,
    Finding<Severity>? Declared,
    Finding<Severity>? Found,
    Finding<Impact> Impact,
    Finding<Frequency> Frequency,
    Evidence? BetaCritical,
    NamedFinding? CoreFeature,
    Evidence? Workaround,
    Evidence? Regression,
    Score? Score,
    Decision Decision,
    string? Rule,
    string? Version = null,
    string? Platform = null,
    Values<NamedFinding> Areas = default,
    Evidence? Cause = null,
    Values<int> DependsOn = default,
    Values<RollBackReason> RollBackFirst = default,
    bool IsPutOff = false);

/// <summary>Why the last release should be taken back before anybody looks for a fix.</summary>
internal enum RollBackReason
{
    CauseUnknown,
    ManyAffected,
    SeveralAreas,
}

/// <summary>Where the severity came from, the strongest first.</summary>
internal enum SeveritySource
{
    /// <summary>A person set it, by label or by command.</summary>
    Person,

    /// <summary>The report itself says "Severity: …" or "[P1]", and what it claims is not far from that.</summary>
    Declared,

    /// <summary>What the report claims.</summary>
    Claims,

    /// <summary>Nothing in the report says how bad it is; the profile says what then.</summary>
    Otherwise,
}
