using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Triage;

/// <summary>The formula and every number of seeds/000, "Priority Scoring Algorithm".</summary>
public sealed class ScoreTests
{
    [Theory]
    [InlineData("P0", 100)]
    [InlineData("P1", 75)]
    [InlineData("P2", 50)]
    [InlineData("P3", 25)]
    public void Weighs_a_severity(string severity, int weight) => Assert.Equal(weight, Reports.Profile.Severities[Enum.Parse<Severity>(severity)].Weight);

    [Theory]
    [InlineData("Security", "2.0")]
    [InlineData("DataLoss", "1.8")]
    [InlineData("FeatureFailure", "1.5")]
    [InlineData("Performance", "1.2")]
    [InlineData("UiCosmetic", "0.8")]
    [InlineData("None", "1.0")]
    public void Multiplies_by_impact(string impact, string multiplier) =>
        Assert.Equal(decimal.Parse(multiplier, System.Globalization.CultureInfo.InvariantCulture), Reports.Profile.Impacts[Enum.Parse<Impact>(impact)].Multiplier);

    [Theory]
    [InlineData("Widespread", 50)]
    [InlineData("Common", 30)]
    [InlineData("Occasional", 15)]
    [InlineData("Rare", 5)]
    [InlineData("Unknown", 0)]
    public void Adds_for_frequency(string frequency, int bonus) => Assert.Equal(bonus, Reports.Profile.Frequencies[Enum.Parse<Frequency>(frequency)].Bonus);

    [Fact]
    public void Boosts_what_is_beta_critical_or_a_core_feature() =>
        Assert.Equal((1.5m, 1.3m, 4m, 1000m), (Reports.Profile.BetaCritical.Factor, Reports.Profile.CoreFeatures.Factor, Reports.Profile.Score.Scale, Reports.Profile.Score.Cap));

    [Theory]
    [InlineData(100, 2.0, 50, 1.5, 1.3, 1000, "(100 × 2 + 50) × 1.5 × 1.3 × 4 = 1950, capped at 1000")]
    [InlineData(100, 1.5, 15, 1, 1.3, 858, "(100 × 1.5 + 15) × 1.3 × 4 = 858")]
    [InlineData(75, 1.5, 30, 1, 1, 570, "(75 × 1.5 + 30) × 4 = 570")]
    [InlineData(50, 1.0, 0, 1, 1, 200, "(50 × 1 + 0) × 4 = 200")]
    [InlineData(25, 0.8, 5, 1, 1, 100, "(25 × 0.8 + 5) × 4 = 100")]
    public void Sums_and_shows_the_sum(decimal weight, decimal multiplier, decimal bonus, decimal beta, decimal core, decimal total, string arithmetic)
    {
        var score = new Score(weight, multiplier, bonus, beta, core, 4, 1000);

        Assert.Equal((total, arithmetic), (score.Total, score.Arithmetic));
    }

    [Fact]
    public void Every_rule_of_the_document_can_fire_below_the_cap()
    {
        // 487.5 is the most the document's own formula gives; its rules ask for 800. The scale settles it (design, "What it is").
        Assert.Equal(487.5m, new Score(100, 2, 50, 1.5m, 1.3m, 1, 1000).Total);
        Assert.True(new Score(100, 2, 30, 1, 1, 4, 1000).Total >= 800);
        Assert.True(new Score(75, 1.5m, 15, 1, 1.3m, 4, 1000).Total >= 600);
    }
}
