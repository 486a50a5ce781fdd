using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Configuration;

/// <summary>What a new process would make of the reports of late, beside what the present one makes of them: the same texts, read by both. Reports are added one at a time, so that many need no room.</summary>
internal sealed class Rehearsal(TeamProcess before, TeamProcess after)
{
    private readonly List<Change> severities = [];
    private readonly List<Change> decisions = [];
    private int count;
    private int started;
    private int stopped;

    public void Add(string issue, Report report, Severity? byLabel)
    {
        var (was, will) = (before.Assessor.Assess(report, byLabel), after.Assessor.Assess(report, byLabel));
        count++;

        if (was.Severity != will.Severity)
        {
            severities.Add(new(issue, report.Title, Name(was.Severity), Name(will.Severity)));
        }

        if (was.Decision != will.Decision)
        {
            decisions.Add(new(issue, report.Title, before.Profile.Decisions[was.Decision].Title, after.Profile.Decisions[will.Decision].Title));
            started += will.Decision == Decision.HotfixNow ? 1 : 0;
            stopped += was.Decision == Decision.HotfixNow ? 1 : 0;
        }
    }

    /// <param name="all">Whether every report of these days was added.</param>
    public Rehearsed End(bool all) => new(count, [.. severities], [.. decisions], started, stopped, all);

    private static string Name(Severity? severity) => severity?.ToString() ?? "none";
}

/// <summary>The outcome of a rehearsal.</summary>
/// <param name="Started">Reports that would start a hotfix and do not now.</param>
/// <param name="Stopped">Reports that start one now and would not.</param>
/// <param name="IsWhole">All reports of these days were read; else the newest.</param>
internal sealed record Rehearsed(int Reports, Values<Change> Severities, Values<Change> Decisions, int Started, int Stopped, bool IsWhole);

/// <summary>One report that would be treated otherwise.</summary>
/// <param name="Issue">As GitHub writes it: <c>#12</c>, or <c>owner/name#12</c> of another repository.</param>
internal sealed record Change(string Issue, string Title, string Before, string After);
