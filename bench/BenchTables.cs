using Hotfix.Domain;
using static Hotfix.Bench.TextTable;

namespace Hotfix.Bench;

/// <summary>The tables that <c>bench/triage</c> prints. What has no cases is left out.</summary>
internal static class BenchTables
{
    private const int MostWords = 15;

    private static readonly Severity[] Classes = Enum.GetValues<Severity>();

    /// <summary>Per source and for all: how right each rater is.</summary>
    public static string Quality(Rater hotfix, Rater seed)
    {
        var table = new TextTable("source", "reports", "rater", "macro-F1", "P0 precision", "P0 recall", "P0 false alarms", "P0+P1 recall", "P0+P1 false alarms");
        var sources = hotfix.BySource.Keys.Select(source => (Name: source, Ours: hotfix.BySource[source], Seed: seed.BySource[source]));

        foreach (var (name, ours, theirs) in sources.Append((Name: "all", Ours: hotfix.Whole, Seed: seed.Whole)))
        {
            Row(name, Count(ours.Total), hotfix.Name, ours);
            Row("", "", seed.Name, theirs);
            Row("", "", "majority class", ours.Majority);
        }

        return hotfix.Whole.Total == 0 ? "" : $"{table}\n";

        void Row(string source, string reports, string rater, Confusion of) => table.Add(
            source, reports, rater, Figure(of.MacroF1), Figure(of.Precision(Severity.P0)), Figure(of.Recall(Severity.P0)), Percent(of.FalseAlarms(Severity.P0)),
            Figure(of.Recall(Severity.P1)), Percent(of.FalseAlarms(Severity.P1)));
    }

    /// <summary>Reports without a class: how many of them each rater calls critical.</summary>
    public static string FalseAlarms(Rater hotfix, Rater seed)
    {
        var table = new TextTable("without a class", "source", "reports", "rater", "called P0", "called P0 or P1");

        foreach (var (key, ours) in hotfix.Alarms)
        {
            table.Add(key.Group, key.Source, Count(ours.Total), hotfix.Name, Percent(ours.Called(Severity.P0)), Percent(ours.Called(Severity.P1)));
            table.Add("", "", "", seed.Name, Percent(seed.Alarms[key].Called(Severity.P0)), Percent(seed.Alarms[key].Called(Severity.P1)));
        }

        return hotfix.Alarms.Count == 0 ? "" : $"{table}\n";
    }

    /// <summary>What the reports were taken for, by their class.</summary>
    public static string Kinds(IReadOnlyDictionary<Kind, Confusion> kinds, IReadOnlyDictionary<Kind, int> others, int reports)
    {
        var table = new TextTable(["taken for", .. Classes.Select(one => $"{one}"), "no class", "all", "share"]);

        foreach (var kind in Enum.GetValues<Kind>())
        {
            var counts = kinds.GetValueOrDefault(kind) ?? new Confusion();
            var other = others.GetValueOrDefault(kind);
            table.Add([$"{kind}", .. Classes.Select(one => Count(counts.Of(one))), Count(other), Count(counts.Total + other), Percent((double)(counts.Total + other) / reports)]);
        }

        return $"{table}\n";
    }

    /// <summary>Class against prediction.</summary>
    public static string Confused(Confusion counts)
    {
        var table = new TextTable(["class \\ called", .. Classes.Select(one => $"{one}"), "all"]);

        foreach (var actual in Classes)
        {
            table.Add([$"{actual}", .. Classes.Select(predicted => Count(counts[actual, predicted])), Count(counts.Of(actual))]);
        }

        return counts.Total == 0 ? "" : $"{table}\n";
    }

    public static string Words(string heading, CostlyWords words, Func<CostlyWords.Cost, int> by)
    {
        var table = new TextTable(heading, "false P0", "missed P0", "right P0", "titles");
        var most = words.Most(by, MostWords);

        foreach (var (word, cost) in most)
        {
            table.Add(word, Count(cost.FalseAlarms), Count(cost.Missed), Count(cost.Found), Count(cost.Titles));
        }

        return most.Count == 0 ? "" : $"{table}\n";
    }
}
