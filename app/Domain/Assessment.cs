namespace Hotfix.Domain;

/// <summary>What triage made of a report: each finding with the words it rests on, the score, and the rule that decided.</summary>
internal sealed record Assessment(
    Finding<Severity> Severity,
    SeveritySource Source,
    Finding<Impact> Impact,
    Finding<Frequency> Frequency,
    Evidence? BetaCritical,
    Evidence? CoreFeature,
    Score Score,
    Decision Decision,
    string? Rule);

/// <summary>Where the severity came from, the strongest first.</summary>
internal enum SeveritySource
{
    /// <summary>A person put a severity label on the issue.</summary>
    Label,

    /// <summary>The report itself says "Severity: …" or "[P1]".</summary>
    Declared,

    /// <summary>Words of the report match the profile's.</summary>
    Keywords,

    /// <summary>Nothing matched; the profile says what then.</summary>
    Otherwise,
}
