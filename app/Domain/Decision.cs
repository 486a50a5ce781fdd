namespace Hotfix.Domain;

/// <summary>What triage decided to do about a report.</summary>
internal enum Decision
{
    /// <summary>No rule of the profile spoke: a person decides.</summary>
    Review,
    Batch,
    HotfixLikely,
    HotfixNow,
}
