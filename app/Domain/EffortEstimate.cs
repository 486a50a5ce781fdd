namespace Hotfix.Domain;

/// <summary>What it takes to mend something, in working time.</summary>
/// <param name="LearnedFrom">How many past hotfixes say so; 0 when it is the profile's estimate.</param>
internal sealed record EffortEstimate(TimeSpan Usual, TimeSpan Least, TimeSpan Most, int LearnedFrom);
