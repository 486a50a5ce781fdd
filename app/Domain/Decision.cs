namespace Hotfix.Domain;

/// <summary>What triage decided to do about a report.</summary>
internal enum Decision
{
    /// <summary>It is no bug: nothing to fix in a hurry.</summary>
    NotABug,

    /// <summary>Too little is said; the author is asked.</summary>
    NeedsInfo,

    /// <summary>No rule of the profile spoke: a person decides.</summary>
    Review,
    Batch,
    Backlog,
    NextRelease,
    HotfixLikely,
    HotfixNow,
}
