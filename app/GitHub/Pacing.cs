namespace Hotfix.GitHub;

/// <summary>
/// How fast one installation may be worked with. Bursts are allowed up to the budget.
/// Source: GitHub, "Rate limits for the REST API", secondary limits; "Best practices for using the REST API".
/// </summary>
/// <param name="Writes">Requests that change something, at a time.</param>
/// <param name="Reads">Requests that change nothing, at a time.</param>
/// <param name="CreatesPerMinute">Requests that create content (comments, labels of a repository) in any 60 seconds.</param>
/// <param name="CreatesPerHour">The same in any 60 minutes.</param>
/// <param name="Patience">A slot this near is waited for in place; for one farther off the caller is postponed.</param>
internal sealed record Pacing(int Writes, int Reads, int CreatesPerMinute, int CreatesPerHour, TimeSpan Patience)
{
    /// <summary>What GitHub asks for.</summary>
    public static Pacing GitHub { get; } = new(Writes: 1, Reads: 4, CreatesPerMinute: 80, CreatesPerHour: 500, TimeSpan.FromSeconds(1));

    /// <summary>No pacing at all: for the sandbox and for benchmarks. What GitHub answers about limits is obeyed all the same.</summary>
    public static Pacing Off { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, TimeSpan.Zero);

    /// <summary>How far apart callers are told to come back, so that they do not all come at once.</summary>
    public TimeSpan Spacing => CreatesPerMinute == int.MaxValue ? TimeSpan.Zero : TimeSpan.FromMinutes(1) / CreatesPerMinute;
}
