using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>What the decision about a command looks at; all of it was read just before.</summary>
/// <param name="Role">What the asker may do in the repository.</param>
/// <param name="Teams">Of the teams the profile names for the verb, those the asker is in.</param>
/// <param name="Unread">A team of which GitHub does not tell the App who is in it; null where all could be asked, or none need be.</param>
/// <param name="Head">The pull request's head by now; null on an issue.</param>
/// <param name="Report">The report as it was last read; null where none was.</param>
/// <param name="Journal">What was done to the issue so far, the oldest first; only for verbs that look at it.</param>
/// <param name="Code">Releases, tags and files; only for verbs that look at them.</param>
/// <param name="Refusal">Why what was decided could not be done; only for the step that takes it back.</param>
/// <param name="Freeze">What keeps the repository's gates shut; only for verbs that look at it.</param>
/// <param name="FollowUps">The issues that follow up what was overridden; only for verbs that look at them.</param>
/// <param name="Settle">How long a gate waits for more to happen before it is judged.</param>
/// <param name="Other">The issue that the command names; null where it names none, or there is none.</param>
internal sealed record CommandFacts(
    IssueFacts Issue, RepositoryRole Role, Values<string> Teams, string? Head, Report? Report, Values<Deed> Journal, OtherIssue? Other, DateTimeOffset Now, CodeFacts? Code = null, string? Refusal = null, string? Unread = null,
    GateFreeze? Freeze = null, Values<FollowUpState> FollowUps = default, TimeSpan Settle = default);

/// <summary>An issue in which somebody looks at what was overridden.</summary>
/// <param name="By">Who overrode the item, and so is not the one to close this.</param>
/// <param name="ClosedBy">Null while it is open, and where GitHub does not say.</param>
internal sealed record FollowUpState(int Number, string Item, string By, bool IsOpen, string? ClosedBy)
{
    public bool IsDone => !IsOpen && ClosedBy is not null && !string.Equals(By, ClosedBy, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An effect that was done, from the journal.</summary>
/// <param name="Delivery">The delivery it was done for.</param>
internal sealed record Deed(string Delivery, DateTimeOffset At, Effect Effect, string? Outcome, Effect? Inverse);

/// <param name="Id">GitHub's id of it, which is not its number.</param>
internal sealed record OtherIssue(long Id, int Number, bool IsPullRequest);
