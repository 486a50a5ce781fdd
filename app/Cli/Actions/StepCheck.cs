using System.Globalization;

namespace Hotfix.Cli.Actions;

/// <summary>What a step of the Action came to.</summary>
/// <param name="Kind">As a report has it: build, test, audit, lint, pack, sign, smoke, release or publish.</param>
/// <param name="Conclusion"><c>success</c>, <c>failure</c> or <c>skipped</c>.</param>
/// <param name="Summary">One line.</param>
internal sealed record StepCheck(string Kind, string Name, string Conclusion, double Seconds, string Summary)
{
    /// <summary>A line of checks.tsv; null for one that is damaged.</summary>
    public static StepCheck? Read(string line) => line.Split('\t') is [var kind, var name, var conclusion, var seconds, .. var summary] && double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? new(kind, name, conclusion, number, string.Join(' ', summary).Trim())
        : null;
}
