using Hotfix.Cli.Actions;
using Hotfix.Sandbox.Runner;

namespace Hotfix.Cli.Demo;

/// <summary>Says what became of each step as it ends, in the words that the step left for the run's summary.</summary>
/// <param name="checks">The file in which the steps write that down (action/steps/shared.sh).</param>
internal sealed class DemoStepLines(string checks, DemoMachine machine)
{
    private int seen;

    public void Tell(RanStep step)
    {
        var rows = File.Exists(checks) ? File.ReadAllLines(checks) : [];
        var check = rows.Length > seen ? StepCheck.Read(rows[^1]) : null;
        seen = rows.Length;

        if (LineOf(step, check) is { } line)
        {
            DemoLines.Print(line);
        }
    }

    private string? LineOf(RanStep step, StepCheck? check) => step switch
    {
        { Id: "smoke" } when !machine.HasBrowser => $"  – {step.Name}: left out, there is no browser",
        { Id: "attest" } => $"  – {step.Name}: left out, only GitHub itself can",
        { Outcome: "skipped" } => null,
        _ => $"  {(step.Outcome == "success" ? "✓" : "✗")} {step.Name}{(check is { Summary: { Length: > 0 } summary } ? $": {summary.TrimEnd('.')}" : "")}",
    };
}
