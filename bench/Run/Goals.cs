using System.Globalization;

namespace Hotfix.Bench.Run;

/// <summary>What is asked of the figures, with every delivery synced to the disk. Source: issue F, "bench/run".</summary>
internal static class Goals
{
    private const double BeyondTheDisk = 2;

    public static IReadOnlyList<Goal> Of(RunResult result) =>
    [
        new("issues a second, × probot", result.Ratio(Figure.Issues), 3, IsLeast: true),
        new("memory at peak, × probot", result.Ratio(Figure.PeakMemory), 0.5),
        new("processor, × probot", result.Ratio(Figure.Processor), 0.5),
        new("start, × probot", result.Ratio(Figure.Start), 0.8),
        new("acknowledged at 100/s, p50 ms beyond the disk's sync", result.Of(Subject.Ours, Figure.OpenAcknowledgedHalf) - result.Sync, BeyondTheDisk),
    ];

    public static string Table(IEnumerable<Goal> goals)
    {
        var table = new TextTable("goal", "wanted", "measured", "");

        foreach (var goal in goals)
        {
            table.Add(goal.Name, $"{(goal.IsLeast ? '≥' : '≤')} {Text(goal.Wanted)}", Text(goal.Measured), goal.IsMet ? "met" : $"missed by a factor of {Text(goal.Factor)}");
        }

        return table.ToString();
    }

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <param name="IsLeast">Whether more is better.</param>
internal sealed record Goal(string Name, double Measured, double Wanted, bool IsLeast = false)
{
    public bool IsMet => IsLeast ? Measured >= Wanted : Measured <= Wanted;

    /// <summary>By which it would have to be better.</summary>
    public double Factor => IsLeast ? Wanted / Measured : Measured / Wanted;
}
