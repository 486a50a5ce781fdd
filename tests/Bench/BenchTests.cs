using Hotfix.Bench;
using Hotfix.Domain;

namespace Hotfix.Tests.Bench;

/// <summary>The figures that say how good triage is are right themselves.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void Figures_follow_from_the_counts()
    {
        var counts = new Confusion();
        Add(counts, Severity.P0, Severity.P0, 2);
        Add(counts, Severity.P0, Severity.P2, 2);
        Add(counts, Severity.P1, Severity.P0, 1);
        Add(counts, Severity.P2, Severity.P0, 1);
        Add(counts, Severity.P2, Severity.P2, 3);
        Add(counts, Severity.P3, Severity.P1, 1);

        Assert.Equal(0.5, counts.Precision(Severity.P0), 12);
        Assert.Equal(0.5, counts.Recall(Severity.P0), 12);
        Assert.Equal(2.0 / 6, counts.FalseAlarms(Severity.P0), 12);
        Assert.Equal(3.0 / 5, counts.Recall(Severity.P1), 12);
        Assert.Equal(2.0 / 5, counts.FalseAlarms(Severity.P1), 12);
        Assert.Equal(((2 * 2.0 / 8) + 0 + (2 * 3.0 / 9) + 0) / 4, counts.MacroF1, 12);
        Assert.Equal(1, counts.Majority.FalseAlarms(Severity.P1), 12); // P0 is the most frequent class, beside P2
        Assert.Equal(2 * 4.0 / 14 / 4, counts.Majority.MacroF1, 12);
    }

    [Theory]
    [InlineData("The app CRASHES", "", "P0")]
    [InlineData("It hangs", "unauthorized", "P0")]
    [InlineData("The feature did fail", "", "P1")]
    [InlineData("The feature", "did fail", "P2")]
    [InlineData("Permission to write denied", "", "P1")]
    [InlineData("A typo", "", "P2")]
    public void The_rules_it_is_measured_against_are_the_seeds(string title, string body, string severity) => Assert.Equal(severity, $"{SeedRules.Assess(title, body)}");

    [Fact]
    public void Reports_with_and_without_a_class_are_told_apart()
    {
        File.WriteAllText(file, """
            {"id":7,"title":"The extension crashes for all users","body":"Every time.","severity":"CRITICAL","source":"forum"}

            {"title":"Does it crash?","body":null,"severity":null,"kind":"question"}
            """);

        var bench = new TriageBench();
        bench.Measure(KnownReports.Read(file));
        var lines = bench.Print("reports").Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Equal("reports: 2 reports, profile browser-extension", lines[0]);
        Assert.Contains("forum 1 hotfix 1.000 1.000 1.000 - 1.000 -", lines);
        Assert.Contains("question (no source) 1 hotfix 0.0 % 0.0 %", lines);
        Assert.Contains("seed's rules 100.0 % 100.0 %", lines);
    }

    [Theory]
    [InlineData("""{"title":"x","severity":"BAD"}""", "has the severity 'BAD': it is CRITICAL, HIGH, MEDIUM, LOW or null.")]
    [InlineData("""{"body":"x"}""", "has no title: a row is an object with title, body, severity (or kind) and source.")]
    [InlineData("# x", "is no JSON of a report: a row is an object with title, body, severity (or kind) and source.")]
    public void A_line_that_is_no_report_is_named(string line, string sentence)
    {
        File.WriteAllText(file, line);

        Assert.Equal($"{file}, line 1 {sentence}", Assert.Throws<BenchException>(() => KnownReports.Read(file).ToList()).Message);
    }

    public void Dispose() => File.Delete(file);

    private static void Add(Confusion counts, Severity actual, Severity predicted, int times)
    {
        for (var time = 0; time < times; time++)
        {
            counts.Add(actual, predicted);
        }
    }
}
