using System.Text.Json.Serialization;
using Hotfix.Extension.Lint;

namespace Hotfix.Cli.Extension.Lint;

/// <summary>SARIF 2.1.0 (OASIS), as far as GitHub's code scanning reads it.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, SarifRun[] Runs)
{
    /// <param name="folder">What the paths in the package lie below, in the repository; empty where they are the repository's own.</param>
    public static SarifLog Of(LintReport report, string folder)
    {
        var rules = Rules.All.ToList();
        SarifRule[] described = [.. rules.Select(rule => new SarifRule(rule.Id, new(rule.About), new(Level(rule.Level))))];
        var results = report.Findings.Select(finding => Result(finding, folder, rules, null)).Concat(report.Allowed.Select(allowed => Result(allowed.Finding, folder, rules, allowed.By.Reason)));

        return new("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [new(new(new("hotfix extension lint", described)), [.. results])]);
    }

    private static SarifResult Result(LintFinding finding, string folder, List<LintRule> rules, string? reason) => new(
        finding.Rule.Id,
        rules.IndexOf(finding.Rule),
        Level(finding.Rule.Level),
        new(finding.Message),
        [new(new(new(Address(folder + finding.Path)), new(finding.Line ?? 1)))],
        reason is null ? null : [new("external", reason)]);

    private static string Level(LintLevel level) => FindingLine.Word(level);

    /// <summary>A path as the relative URI that SARIF wants.</summary>
    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

internal sealed record SarifRun(SarifTool Tool, SarifResult[] Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, SarifRule[] Rules);

internal sealed record SarifRule(string Id, SarifMessage ShortDescription, SarifConfiguration DefaultConfiguration);

internal sealed record SarifConfiguration(string Level);

internal sealed record SarifMessage(string Text);

internal sealed record SarifResult(string RuleId, int RuleIndex, string Level, SarifMessage Message, SarifLocation[] Locations, SarifSuppression[]? Suppressions);

internal sealed record SarifLocation(SarifPlace PhysicalLocation);

internal sealed record SarifPlace(SarifArtifact ArtifactLocation, SarifRegion Region);

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine);

internal sealed record SarifSuppression(string Kind, string Justification);
