using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Builds;

/// <summary>
/// What a believed report means. It counts where its commit is what the hotfix is by now; what comes too late is kept in the journal, says so, and changes nothing.
/// Source: the design, "A delivery is decided once".
/// </summary>
internal static class BuildDecision
{
    public static Plan Decide(BuildReported reported, Domain.Hotfix? current, BuildFacts facts)
    {
        var build = reported.Build;

        if (current is not { Fix: { } fix, State: not HotfixState.Deleted })
        {
            return new(current, [new KeepBuild(reported.Issue, build, "No fix is being made.")], "a report, and no fix");
        }

        if (Objection(build, fix, facts.Pull) is { } objection)
        {
            return new(current, [new KeepBuild(reported.Issue, build, objection)], "a report that does not count");
        }

        var isMerged = (facts.Pull ?? fix.Pull)?.State == PullState.Merged;
        var store = !build.IsRehearsal && IsOfVersion(build.Store, fix) ? build.Store : fix.Store;
        var next = fix with { Build = build, Store = store, PublishedAt = fix.PublishedAt ?? (isMerged && store is { IsPublished: true } ? build.At : null) };
        var after = current with { Fix = next, State = current.State.Following(next, current.Gate) };
        Effect[] state = after.State == current.State ? [] : [new Remember(current.Issue, Memory.Of(current), Memory.Of(after), build.At)];

        return new Timekeeping(facts.Issue).Finish(new(after, [new KeepBuild(reported.Issue, build, null), .. state], Outcome(build), NextStep.Card), current, current.UpdatedAt);
    }

    /// <summary>Whether it counts; what becomes of the hotfix is decided by <see cref="Decide"/>.</summary>
    public static bool Counts(Plan plan) => plan.Effects.Any(effect => effect is KeepBuild { Objection: null });

    private static string? Objection(Build build, Fix fix, FixPull? pull)
    {
        var known = pull is null ? fix : fix with { Pull = pull, Head = pull.Head };

        return build switch
        {
            { Ref: var name } when name == $"tags/{fix.Tag}" && known.Pull?.State != PullState.Merged => $"{Quote.Code(fix.Tag)} was built before the fix was merged.",
            { Ref: var name } when name != $"tags/{fix.Tag}" && !known.Is(build.Commit) =>
                $"It is of {Quote.Code(Short(build.Commit))}, and {(known.Pull?.Head ?? known.Head) switch { { } head => $"the hotfix is at {Quote.Code(Short(head))} by now", null => "the hotfix has no branch by now" }}.",
            _ when fix.Build is { } last && (last.Commit == build.Commit || known.Is(last.Commit) || last.Ref == $"tags/{fix.Tag}") && !build.Follows(last) => "A later run has reported already.",
            _ => null,
        };
    }

    private static bool IsOfVersion(StoreItem? item, Fix fix) => item is { Version: { } version } && (version == fix.Version?.Store || version == fix.Version?.Version);

    private static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;

    private static string Outcome(Build build) => build.Result switch
    {
        BuildResult.Success => "a build succeeded",
        BuildResult.Failure => "a build failed",
        _ => "a build was cancelled",
    };
}
