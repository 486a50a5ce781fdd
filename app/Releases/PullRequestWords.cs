using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Triage;

namespace Hotfix.Releases;

/// <summary>The words in braces of a template, and what each stands for. What comes from people or repositories is quoted already, and holds no mark of ours.</summary>
internal static partial class PullRequestWords
{
    public static IReadOnlyList<string> Known { get; } =
        ["issue", "title", "severity", "affected", "impact", "error_rate", "cause", "score", "profile", "version", "store_version", "release", "branch", "base", "from", "owner", "testing", "checklist"];

    /// <summary>The first word that stands for nothing, and its line; null when there is none.</summary>
    public static (string Word, int Line)? Unknown(string template) => Word().Matches(template)
        .Where(match => !Known.Contains(match.Groups["word"].Value))
        .Select(match => ((string, int)?)(match.Groups["word"].Value, template.AsSpan(0, match.Index).Count('\n') + 1))
        .FirstOrDefault();

    /// <summary>In one go: what a word stands for is not looked through for words.</summary>
    public static string Fill(string template, PullRequestFacts facts) => Word().Replace(template, match => Of(match.Groups["word"].Value, facts) ?? match.Value);

    private static string? Of(string word, PullRequestFacts facts) => word switch
    {
        // The team's own items, with comments in them.
        "testing" => PullRequestItems.Testing(facts.Profile, facts.Assessment.Severity),
        "checklist" => PullRequestItems.Checklist(facts.Profile, facts.Assessment.Severity),
        _ => Plain(word, facts)?.Replace("<!--", "<! --", StringComparison.Ordinal),
    };

    private static string? Plain(string word, PullRequestFacts facts) => word switch
    {
        "issue" => facts.Issue.ToString(CultureInfo.InvariantCulture),
        "title" => Quote.Code(facts.Title),
        "severity" => facts.Assessment.Severity is { } severity ? $"{severity} {facts.Profile.Severities[severity].Title}: {Sentences.Severity(facts.Assessment, facts.Profile)}" : "none.",
        "affected" => Sentences.Frequency(facts.Assessment, facts.Profile),
        "impact" => Sentences.Impact(facts.Assessment, facts.Profile),
        "error_rate" => facts.ErrorRate is { } rate ? Quote.Plain(rate) : "not measured.",
        "cause" => facts.Assessment.Cause is { } cause ? $"The report names a cause: {Quote.Code(cause.Words)}." : "The report names no cause.",
        "score" => facts.Assessment.Score is { } score ? $"{score} of {score.Cap.ToString("0.##", CultureInfo.InvariantCulture)}" : "none",
        "profile" => Quote.Code(facts.Profile.Name),
        "version" => Quote.Code(facts.Version),
        "store_version" => facts.Store is { } store ? Quote.Code(store) : "none",
        "release" => $"It is released as {Quote.Code(facts.Version)}{(facts.Store is { } own ? $", in the store as {Quote.Code(own)}" : "")}.",
        "branch" => Quote.Code(facts.Branch),
        "base" => Quote.Code(facts.Base),
        "from" => facts.From is { } from ? Quote.Code(from) : "what is released",
        "owner" => facts.Owner is { } owner ? Quote.Code(owner) : "nobody",
        _ => null,
    };

    [GeneratedRegex(@"\{(?<word>[a-z][a-z_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
