using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Configuration;

/// <summary>What the check run <c>hotfix/config</c> says. Titles of issues are strangers' text and come in through <see cref="Quote"/> only.</summary>
internal static class ConfigSentences
{
    public const string ErrorTitle = "hotfix.yml";

    /// <summary>Rows of each list: what a person reads, and far below the 65,535 characters of a check's text.</summary>
    private const int Rows = 100;

    public static string RefusedTitle(int errors) => errors == 1 ? "One error" : $"{errors} errors";

    public static string Refused(ConfigFacts facts) =>
        $"This file cannot be used; each line below says what is wrong with it. {(facts.Known is null ? "Until it is mended, the account's file counts, or else the default profile." : "Until it is mended, the last good one counts.")}";

    public static string AcceptedTitle(ConfigFacts facts) => facts switch
    {
        { Text: null } => "No configuration of its own",
        { Rehearsed: { Severities.Count: 0, Decisions.Count: 0 } } => "Valid; nothing of late would have changed",
        { Rehearsed: { } rehearsed } => $"Valid; {Summary(rehearsed)}",
        _ => "Valid",
    };

    public static string Accepted(ConfigFacts facts) => string.Join(
        "\n\n",
        new[]
        {
            facts.Text is null ? $"There is no `{WatchedFiles.Config}` at this commit: the account's file counts, or else the default profile." : $"`{WatchedFiles.Config}` is valid; its profile is called `{Quote.Plain(facts.Reading!.Profile!.Name)}`.",
            facts.Rehearsed is { } rehearsed ? Rehearsed(rehearsed) : null,
            facts.Counts ? "It counts from now on." : "It counts once it is at the head of the default branch.",
        }.OfType<string>());

    public static string? Changes(Rehearsed rehearsed) => rehearsed is { Severities.Count: 0, Decisions.Count: 0 }
        ? null
        : string.Join("\n\n", new[] { Table("Severity", rehearsed.Severities), Table("Decision", rehearsed.Decisions) }.OfType<string>());

    private static string Rehearsed(Rehearsed rehearsed) => rehearsed.Reports == 0
        ? "There are no issues of the last 90 days to try it on."
        : $"Tried on {(rehearsed.IsWhole ? "all" : "the newest")} {Issues(rehearsed.Reports)} of the last 90 days: {Summary(rehearsed)}.";

    /// <summary>"12 issues change severity, 3 more would start a hotfix".</summary>
    private static string Summary(Rehearsed rehearsed) => string.Join(
        ", ",
        new[]
        {
            $"{Change(rehearsed.Severities.Count)} severity",
            rehearsed.Started > 0 ? $"{rehearsed.Started} more would start a hotfix" : null,
            rehearsed.Stopped > 0 ? $"{rehearsed.Stopped} would start no hotfix any more" : null,
            $"{Change(rehearsed.Decisions.Count)} decision",
        }.OfType<string>());

    private static string Change(int count) => count switch
    {
        0 => "no issue changes",
        1 => "1 issue changes",
        _ => $"{count} issues change",
    };

    private static string Issues(int count) => count == 1 ? "1 issue" : $"{count} issues";

    private static string? Table(string what, Values<Change> changes) => changes.Count == 0
        ? null
        : string.Join(
            '\n',
            [
                $"| Issue | Title | {what} now | {what} then |",
                "| --- | --- | --- | --- |",
                .. changes.Take(Rows).Select(change => $"| {change.Issue} | {Cell(change.Title)} | {change.Before} | {change.After} |"),
                .. changes.Count > Rows ? ["", $"And {changes.Count - Rows} more."] : Array.Empty<string>(),
            ]);

    /// <summary>A bar would end the cell, also in code.</summary>
    private static string Cell(string title) => Quote.Code(title.Replace('|', '¦'));
}
