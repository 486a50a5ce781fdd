namespace Hotfix.Domain;

/// <summary>By when something must have happened to an issue. Times are UTC.</summary>
/// <param name="Due">When it is due, rounded up to whole minutes; null while it stands still, or when the calendar never gets there.</param>
/// <param name="MetAt">When it happened; <paramref name="Due"/> is then what it was due.</param>
/// <param name="PausedFor">What the clock waits for, while it stands still.</param>
/// <param name="Left">The counted time left while it stands still; negative when it was overdue by then.</param>
internal sealed record Deadline(DeadlineKind Kind, DateTimeOffset? Due, DateTimeOffset? MetAt, PauseReason? PausedFor, TimeSpan? Left);

/// <summary>What a profile sets a time for.</summary>
internal enum DeadlineKind
{
    Respond,
    Fix,
    Release,
}
