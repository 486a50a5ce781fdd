namespace Hotfix.Extension.Lint;

/// <summary>What a look at a package found, in the order of paths and lines.</summary>
/// <param name="Allowed">What was found and is allowed, with the entry that allows it.</param>
internal sealed record LintReport(IReadOnlyList<LintFinding> Findings, IReadOnlyList<(LintFinding Finding, Allowance By)> Allowed)
{
    public int Count(LintLevel level) => Findings.Count(finding => finding.Rule.Level == level);
}
