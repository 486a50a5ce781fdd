using Hotfix.Domain.Versions;

namespace Hotfix.Domain;

/// <summary>What <c>start</c> made, and what became of it: where the fix is worked on. It is kept as GitHub has it by now, whatever people do to branch and pull request by hand.</summary>
/// <param name="From">Where it starts: the released tag, or the default branch.</param>
/// <param name="FromCommit">The commit there, 40 hexadecimal digits; likewise <paramref name="Head"/>.</param>
/// <param name="Version">The version that was given out for it.</param>
/// <param name="Tag">The tag it will be released under.</param>
/// <param name="Base">The branch it is merged into.</param>
/// <param name="Head">The newest commit of <paramref name="Branch"/>; null while it is not there, and when it is gone.</param>
/// <param name="Template">What its pull request was written from, as it was then.</param>
/// <param name="ReleasedAt">When a release of <paramref name="Tag"/> was published.</param>
/// <param name="Why">Why it starts there and has that version, and what is not known; sentences.</param>
/// <param name="Own">The commits that the App made on its branch: they hold declared files and nothing else.</param>
/// <param name="Build">The newest report of its workflow that counts: of a commit that was its head, of what it became on the base, or of its tag.</param>
/// <param name="Run">The run of its workflow that was heard of last.</param>
/// <param name="Store">How it stands in the store, as last reported; null while it is not there.</param>
/// <param name="Shipped">What was last given out of it.</param>
/// <param name="PublishedAt">When a report first said that users can have it from the store.</param>
/// <param name="Oddity">What somebody did by hand that people should know of; null once it is in order again.</param>
internal sealed record Fix(
    string From,
    string FromCommit,
    ClaimedVersion? Version,
    string Tag,
    string Base,
    string Branch,
    string? Head,
    FixPull? Pull,
    PinnedTemplate? Template,
    DateTimeOffset At,
    string By,
    DateTimeOffset? ReleasedAt = null,
    Oddity? Oddity = null,
    string Why = "",
    Values<string> Own = default,
    Build? Build = null,
    WorkflowRun? Run = null,
    StoreItem? Store = null,
    DateTimeOffset? PublishedAt = null,
    Shipment? Shipped = null)
{
    /// <summary>Whether a commit is what the hotfix is by now: the head of its branch or pull request, or what that became on the base.</summary>
    public bool Is(string commit) => commit == Head || commit == Pull?.Head || commit == Pull?.MergeCommit;
}

/// <summary>The fix's pull request as last seen at GitHub.</summary>
/// <param name="Head">Its newest commit, which stays known when the branch is gone.</param>
/// <param name="MergeCommit">What it became on the base; null while it is not merged, and where GitHub does not say.</param>
internal sealed record FixPull(int Number, PullState State, string Head, string Base, string? MergeCommit = null);

internal enum PullState
{
    Draft,
    Open,
    Closed,
    Merged,
}

/// <summary>Something done by hand that is no step of the way.</summary>
internal enum Oddity
{
    /// <summary>The hotfix branch was deleted before the fix was merged.</summary>
    BranchGone,

    /// <summary>The pull request was closed and not merged.</summary>
    PullClosed,

    /// <summary>It goes into another branch than the one the hotfix was made for.</summary>
    Retargeted,

    /// <summary>The branch was pushed to by force: commits that people looked at may be gone.</summary>
    Rewritten,

    /// <summary>The release's tag is there though the fix is not merged.</summary>
    TaggedEarly,

    /// <summary>It was merged into another branch than the one the hotfix was made for.</summary>
    MergedElsewhere,
}
