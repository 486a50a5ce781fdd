using Hotfix.Domain;

namespace Hotfix.Bench;

/// <summary>Somebody who rates reports, and what came of it, per source. Who calls a bug's report no bug has said P3.</summary>
internal sealed class Rater(string name)
{
    public string Name => name;

    /// <summary>Reports with a class, by source.</summary>
    public SortedDictionary<string, Confusion> BySource { get; } = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public Confusion Whole { get; } = new();

    /// <summary>Reports without a class, by what they are and by source.</summary>
    public SortedDictionary<(string Group, string Source), Alarms> Alarms { get; } = [];

    public void Rate(KnownReport report, Severity? predicted)
    {
        if (report.Class is { } actual)
        {
            Whole.Add(actual, predicted ?? Severity.P3);
            Of(BySource, report.Source).Add(actual, predicted ?? Severity.P3);
        }
        else
        {
            Of(Alarms, (report.Group, report.Source)).Add(predicted);
        }
    }

    private static TValue Of<TKey, TValue>(SortedDictionary<TKey, TValue> values, TKey key)
        where TKey : notnull
        where TValue : new() => values.TryGetValue(key, out var value) ? value : values[key] = new TValue();
}
