namespace Hotfix.Domain;

/// <summary>Where a report stands on its way. <see cref="Transitions"/> says what leads from one to another.</summary>
internal enum HotfixState
{
    /// <summary>Seen, and not triaged yet.</summary>
    Reported,
    Triaged,

    /// <summary>No hotfix: it goes into the next release.</summary>
    NextRelease,

    /// <summary>There is a branch, and a draft of a pull request.</summary>
    Started,

    /// <summary>The pull request is ready for review.</summary>
    InReview,

    /// <summary>Every item of its gate is closed: it can be merged.</summary>
    Ready,

    /// <summary>The fix is where it has to go, and nobody has it yet.</summary>
    Merged,

    /// <summary>The release with the fix is published.</summary>
    Released,

    /// <summary>Users can have it from the store.</summary>
    Published,

    /// <summary>Given up: the pull request is closed, and so is the issue.</summary>
    Abandoned,
    Closed,

    /// <summary>The issue is gone from the repository.</summary>
    Deleted,
}

/// <summary>What leads from one state to another.</summary>
internal enum StateStep
{
    Triage,
    PutOff,
    Start,
    Withdraw,
    Review,
    Redraft,

    /// <summary>The gate opened.</summary>
    Clear,

    /// <summary>The gate closed again, or stands before another commit.</summary>
    Block,
    Merge,
    Release,
    Publish,
    Abandon,
    Close,
    Reopen,
    Delete,
}

/// <param name="By">What happened.</param>
internal sealed record Transition(HotfixState From, StateStep By, HotfixState To);
