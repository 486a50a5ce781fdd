using System.Text.RegularExpressions;
using Hotfix.Domain;

namespace Hotfix.Bench;

/// <summary>
/// The keyword rules that Hotfix grew from, as they stand there, to be measured against: a word anywhere in the text decides. Source: seeds/000, <c>calculateSeverity</c>.
/// </summary>
internal static class SeedRules
{
    private const string Dot = @"[^\n\r\u2028\u2029]"; // what a dot matches in JavaScript

    private static readonly Regex Critical = Any("security", "xss", "injection", "unauthorized", "crash");
    private static readonly Regex High = Any($"feature{Dot}*fail", $"network{Dot}*error", "timeout", $"permission{Dot}*denied");

    /// <summary>Message and stack there, title and body here. There is no low.</summary>
    public static Severity Assess(string title, string body)
    {
        var text = $"{title}\n{body}";

        return Critical.IsMatch(text) ? Severity.P0 : High.IsMatch(text) ? Severity.P1 : Severity.P2;
    }

    private static Regex Any(params string[] patterns) =>
        new(string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
