using System.Globalization;

namespace Hotfix.Domain;

/// <summary>
/// A report's priority, 0 to <see cref="Cap"/>, kept as the terms it was summed from so that the card can show the sum.
/// <para>Formula: min(cap, (weight × multiplier + bonus) × beta-critical × core feature × scale). A factor that does not apply is 1.</para>
/// <para>Source: seeds/000, "Priority Scoring Algorithm"; the scale of 4 is the design's settlement of that document's contradiction between formula and thresholds.</para>
/// </summary>
internal sealed record Score(decimal Weight, decimal Multiplier, decimal Bonus, decimal BetaCritical, decimal CoreFeature, decimal Scale, decimal Cap)
{
    public decimal Uncapped => ((Weight * Multiplier) + Bonus) * BetaCritical * CoreFeature * Scale;

    public decimal Total => Math.Min(Uncapped, Cap);

    /// <summary>The sum in figures, e.g. <c>(100 × 1.5 + 50) × 1.3 × 4 = 1040, capped at 1000</c>.</summary>
    public string Arithmetic =>
        string.Create(CultureInfo.InvariantCulture, $"({Weight:0.##} × {Multiplier:0.##} + {Bonus:0.##}){Times(BetaCritical)}{Times(CoreFeature)}{Times(Scale)} = {Uncapped:0.##}")
        + (Uncapped > Cap ? string.Create(CultureInfo.InvariantCulture, $", capped at {Cap:0.##}") : "");

    public override string ToString() => Total.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Times(decimal factor) => factor == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {factor:0.##}");
}
