namespace Hotfix.Cli.Demo;

/// <summary>How the gate went from red to green: what somebody did, and what the check says then.</summary>
internal static class DemoWay
{
    public static void Print(DemoFix fix) => DemoLines.Print(Lines(fix));

    private static IEnumerable<string> Lines(DemoFix fix) =>
    [
        $"The gate of its pull request #{fix.Pull.Number}, the check hotfix/gate, after what people did:",
        "",
        .. Step(fix.Steps[0]),
        .. fix.Steps[0].Open.Select(open => $"      - {open}"),
        .. fix.Steps.Skip(1).SelectMany(Step),
        "  Hotfix makes the draft ready, and says",
        .. fix.Said.Select(said => $"    {said.Replace("`", "", StringComparison.Ordinal)}"),
        $"  {DemoDeed.Author} merges it",
        $"    {fix.Hotfix?.State} into {fix.Pull.BaseBranch}",
        "",
    ];

    private static IEnumerable<string> Step(DemoStep step) => [$"  {step.Did}", $"    {(step.IsGreen ? "✓" : "✗")} {step.Title}"];
}
