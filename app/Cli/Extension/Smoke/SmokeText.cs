using System.Globalization;
using Hotfix.Extension.Smoke;

namespace Hotfix.Cli.Extension.Smoke;

/// <summary>Checks as lines: one each, and where a workflow asks, an annotation for each that failed.</summary>
internal static class SmokeText
{
    public static string Of(IReadOnlyList<SmokeCheck> checks, double seconds)
    {
        var width = checks.Max(check => check.Name.Length);
        var lines = checks.Select(check => $"{(check.Passed ? "ok  " : "FAIL")}  {check.Name.PadRight(width)}  {check.Summary}");
        var failed = checks.Count(check => !check.Passed);
        var count = checks.Count == 1 ? "1 check" : $"{checks.Count} checks";
        var sum = failed == 0 ? $"{count}, all good" : $"{count}, {failed} failed";

        return string.Create(CultureInfo.InvariantCulture, $"{string.Join('\n', lines)}\n{sum}, {seconds:0.0} s");
    }

    public static IEnumerable<string> Annotations(IReadOnlyList<SmokeCheck> checks) =>
        checks.Where(check => !check.Passed).Select(check => WorkflowCommand.Of("error", check.Summary, ("title", $"smoke: {check.Name}")));
}
