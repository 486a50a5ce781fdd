namespace Hotfix.Domain;

/// <summary>A run of the hotfix workflow, as GitHub last told of it.</summary>
/// <param name="Id">GitHub's number; 0 of one that GitHub would not start.</param>
/// <param name="Attempt">From 1: a run that is run again keeps its number.</param>
/// <param name="Commit">40 hexadecimal digits.</param>
/// <param name="At">When it came to stand so.</param>
/// <param name="Url">Its page; empty where there is none.</param>
/// <param name="Why">Why GitHub would not start it.</param>
internal sealed record WorkflowRun(long Id, int Attempt, string Commit, RunStanding Standing, DateTimeOffset At, string Url, string? Why = null)
{
    /// <summary>GitHub may tell of a beginning after the end, and of an older run after a newer one: what is over stays over. One that it would not start has no number, and is held against those of its own commit.</summary>
    public bool Follows(WorkflowRun? other) => other is null || ((Id == 0 || other.Id == 0) && other.Commit != Commit) || (Id, Attempt, Standing).CompareTo((other.Id, other.Attempt, other.Standing)) > 0;
}

/// <summary>In the order in which they come.</summary>
internal enum RunStanding
{
    Refused,
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}
