using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Commands;

/// <summary>A command on a triaged issue, decided without any I/O.</summary>
internal static class CommandTester
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly IssueId Issue = new(Reports.Repository, 1);

    public static Domain.Hotfix Triaged { get; } =
        new(Issue, HotfixState.Triaged, Noon, Reports.Assess("The color is wrong"), null, ["severity: P3", "impact: cosmetic", "triage: batch"], [], [], null);

    public static GivenCommand Given(string line, string by = "maintainer") => new(line, new(by, false), Issue, false, new(9), null, Noon, null);

    public static CommandFacts Facts(RepositoryRole role = RepositoryRole.Admin, OtherIssue? other = null, Values<Deed> journal = default) =>
        new(Reports.Facts(), role, [], null, new("The color is wrong", ""), journal, other, Noon);

    public static Hotfix.Triage.Plan Decide(string line, Domain.Hotfix? current = null, RepositoryRole role = RepositoryRole.Admin, OtherIssue? other = null) =>
        CommandDecision.Decide(new(Issue, Given(line)), current ?? Triaged, Facts(role, other));

    /// <summary>What a verb alone makes of a line.</summary>
    public static Ruling Rule(string line, Domain.Hotfix? current = null, OtherIssue? other = null)
    {
        var command = Hotfix.Commands.Reading.CommandReader.Read(line, [.. Registry.Verbs.Select(verb => verb.Rule)]).Command!;

        return Registry.Find(command.Verb)!.Decide(new(command, Given(line), current ?? Triaged, Facts(other: other)));
    }

    /// <summary>That it is remembered.</summary>
    public static Remember Remember(Domain.Hotfix was, Domain.Hotfix now) => new(Issue, Memory.Of(was), Memory.Of(now), Noon);
}
