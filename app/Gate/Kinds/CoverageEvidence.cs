using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>A check says how much of the code the tests reach. The figure is the first percentage of its title, summary or description that is no difference (<c>+0.2 %</c>).</summary>
internal sealed partial class CoverageEvidence() : Evidence(new(
    "coverage", "coverage(>= n, check: name)", "The check or status (the one with \"cov\" in its name, when it is left out) reports at least so many percent: the first percentage in its words counts. `≥` may be written too."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 1, 1, "check")
        ?? (Least(call) is null ? $"says {Arguments.Short(call.Arguments[0])}, where {Rule.Usage} has a number from 0 to 100, like >= 90" : null);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        var least = Least(call) ?? 100;
        var name = call.Named.GetValueOrDefault("check");
        var check = facts.Pull.Checks.FirstOrDefault(check => name is null ? check.Name.Contains("cov", StringComparison.OrdinalIgnoreCase) : check.Name == name);

        return check switch
        {
            null => Finding.Open($"{(name is null ? "No check with \"cov\" in its name" : $"The check {Quote.Code(name)} has not")} reported on this commit: at least {Figure(least)} % are asked for."),
            { Health: CheckHealth.Waiting } => new(ItemStanding.Waiting, $"{Quote.Code(check.Name)} has not finished."),
            _ when Reported(check.Says) is not { } figure => Finding.Open($"{Quote.Code(check.Name)} names no percentage: at least {Figure(least)} % are asked for."),
            _ when Reported(check.Says) is { } figure && figure >= least => Finding.Closed($"{Figure(figure)} %, by {Quote.Code(check.Name)}."),
            _ => new(ItemStanding.Failing, $"{Figure(Reported(check.Says)!.Value)} %, by {Quote.Code(check.Name)}, and at least {Figure(least)} % are asked for: test more of it."),
        };
    }

    private static decimal? Least(EvidenceCall call) => Number(call.Arguments[0].TrimStart('>', '=', '≥', ' ').TrimEnd('%', ' '));

    private static decimal? Reported(string says) => Percentage().Match(says) is { Success: true } found ? Number(found.Groups["figure"].Value.Replace(',', '.')) : null;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100 ? number : null;

    private static string Figure(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![-+−±\d.,])(?<figure>\d{1,3}(?:[.,]\d{1,6})?)\s?%", RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();
}
