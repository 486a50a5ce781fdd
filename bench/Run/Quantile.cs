namespace Hotfix.Bench.Run;

internal static class Quantile
{
    /// <summary>The value that this fraction of all is not above.</summary>
    public static T Of<T>(IEnumerable<T> values, double fraction)
    {
        var sorted = values.Order().ToArray();

        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * fraction) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();

        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
