using System.Globalization;
using System.Text;
using Hotfix.Extension;
using Hotfix.Extension.Lint;

namespace Hotfix.Cli.Extension.Lint;

/// <summary>A report as lines: for people, and as GitHub's workflow commands, which become annotations on a pull request.</summary>
internal static class LintText
{
    public static string Of(LintReport report)
    {
        var text = new StringBuilder();

        foreach (var finding in report.Findings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Place(finding)}: {FindingLine.Word(finding.Rule.Level)} {finding.Rule.Id}: {finding.Message}");
        }

        foreach (var (finding, by) in report.Allowed)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Place(finding)}: allowed {finding.Rule.Id}: {Shown.Of(by.Reason)}");
        }

        return text.Append(Sum(report)).ToString();
    }

    /// <param name="folder">What the paths in the package lie below, in the repository.</param>
    public static string Annotations(LintReport report, string folder)
    {
        var text = new StringBuilder();

        foreach (var finding in report.Findings)
        {
            var command = finding.Rule.Level switch { LintLevel.Error => "error", LintLevel.Warning => "warning", _ => "notice" };
            (string Name, string Value)[] line = finding.Line is { } number ? [("line", number.ToString(CultureInfo.InvariantCulture))] : [];
            text.AppendLine(WorkflowCommand.Of(command, finding.Message, [("file", folder + finding.Path), .. line, ("title", finding.Rule.Id)]));
        }

        return text.Append(Sum(report)).ToString();
    }

    private static string Sum(LintReport report)
    {
        var allowed = report.Allowed.Count == 0 ? "" : $"; {report.Allowed.Count} allowed";

        return $"{Number(report.Count(LintLevel.Error), "error")}, {Number(report.Count(LintLevel.Warning), "warning")}, {Number(report.Count(LintLevel.Note), "note")}{allowed}";
    }

    private static string Number(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static string Place(LintFinding finding) => finding.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{Shown.Of(finding.Path)}:{line}") : Shown.Of(finding.Path);
}
