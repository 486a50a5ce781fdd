using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage;

namespace Hotfix.Bench;

/// <summary>
/// Measures triage on reports whose severity is known, beside the seed's keyword rules and beside the majority class. Source of the figures: issue B, "How good it is".
/// </summary>
internal sealed class TriageBench
{
    private const string Profile = "browser-extension";

    private readonly Assessor assessor = new(ProfileReader.BuiltIn(Profile));
    private readonly Rater hotfix = new("hotfix");
    private readonly Rater seed = new("seed's rules");
    private readonly CostlyWords words = new();
    private readonly SortedDictionary<Kind, Confusion> kinds = [];
    private readonly SortedDictionary<Kind, int> others = [];
    private TimeSpan taken;
    private (TimeSpan Time, int Line) longest;
    private int reports;

    public void Measure(IEnumerable<KnownReport> known)
    {
        foreach (var report in known)
        {
            var started = Stopwatch.GetTimestamp();
            var assessment = assessor.Assess(new Report(report.Title, report.Body), null);
            Time(Stopwatch.GetElapsedTime(started), report);
            Count(report, assessment);
        }

        if (reports == 0)
        {
            throw new BenchException("The file holds no report.");
        }
    }

    /// <summary>All figures as aligned text.</summary>
    public string Print(string file) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"{file}: {TextTable.Count(reports)} reports, profile {Profile}\n\n")
        .Append(BenchTables.Quality(hotfix, seed))
        .Append(BenchTables.FalseAlarms(hotfix, seed))
        .Append(BenchTables.Kinds(kinds, others, reports))
        .Append(BenchTables.Confused(hotfix.Whole))
        .Append(BenchTables.Words("Words of titles with the most false P0", words, cost => cost.FalseAlarms))
        .Append(BenchTables.Words("Words of titles with the most missed P0", words, cost => cost.Missed))
        .Append(CultureInfo.InvariantCulture, $"Triage took {taken.TotalSeconds:0.00} s, {(taken > TimeSpan.Zero ? reports / taken.TotalSeconds : 0):#,0} reports a second; ")
        .Append(CultureInfo.InvariantCulture, $"the longest {longest.Time.TotalMilliseconds:0.0} ms (line {longest.Line}).\n")
        .ToString();

    private void Count(KnownReport report, Assessment assessment)
    {
        var kind = assessment.Kind.Value;
        var predicted = assessment.Severity;
        hotfix.Rate(report, predicted);
        seed.Rate(report, SeedRules.Assess(report.Title, report.Body));

        if (report.Class is not { } actual)
        {
            others[kind] = others.GetValueOrDefault(kind) + 1;

            return;
        }

        words.Add(report.Title, actual, predicted ?? Severity.P3);

        if (!kinds.TryGetValue(kind, out var counts))
        {
            kinds.Add(kind, counts = new Confusion());
        }

        counts.Add(actual, predicted ?? Severity.P3);
    }

    /// <summary>The first report is not measured: it pays for the compiler.</summary>
    private void Time(TimeSpan time, KnownReport report)
    {
        if (++reports == 1)
        {
            return;
        }

        taken += time;
        longest = time > longest.Time ? (time, report.Line) : longest;
    }
}
