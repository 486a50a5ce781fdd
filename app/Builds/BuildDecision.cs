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

        // The push may be told later than the run that it set off.
        var known = facts.Pull is { } pull ? fix with { Pull = pull, Head = pull.Head } : fix;

        if (Objection(build, known, facts.Tagged) is { } objection)
        {
            return new(current, [new KeepBuild(reported.Issue, build, objection)], "a report that does not count");
        }

        var isMerged = known.Pull?.State == PullState.Merged;
        var store = !build.IsRehearsal && IsOfVersion(build.Store, fix) && (build.Store!.IsForUsers || fix.Store is not { IsPublished: true }) ? build.Store : fix.Store;
        var next = fix with
        {
            Build = fix.Build is { } last && IsBehind(build, last, known) ? last : build.After(fix.Build),
            Shipped = Shipment.After(fix.Shipped, build),
            Store = store,
            PublishedAt = fix.PublishedAt ?? (isMerged && store is { IsPublished: true } ? build.At : null),
        };
        var after = current with { Fix = next, State = current.State.Following(next, current.Gate) };
        Effect[] state = after.State == current.State ? [] : [new Remember(current.Issue, Memory.Of(current), Memory.Of(after), build.At)];

        return new Timekeeping(facts.Issue).Finish(new(after, [new KeepBuild(reported.Issue, build, null), .. state], Outcome(build), NextStep.Card), current, current.UpdatedAt);
    }

    /// <summary>Whether it counts; what becomes of the hotfix is decided by <see cref="Decide"/>.</summary>
    public static bool Counts(Plan plan) => plan.Effects.Any(effect => effect is KeepBuild { Objection: null });

    /// <param name="fix">With its pull request as it is by now.</param>
    private static string? Objection(Build build, Fix fix, string? tagged) => build switch
    {
        { Ref: var name } when name == $"tags/{fix.Tag}" && fix.Pull?.State != PullState.Merged => $"{Quote.Code(fix.Tag)} was built before the fix was merged.",
        { Ref: var name } when name == $"tags/{fix.Tag}" && !fix.Is(build.Commit) && build.Commit != tagged =>
            $"It is of {Quote.Code(Short(build.Commit))}, and {Quote.Code(fix.Tag)} {(tagged is { } at ? $"is at {Quote.Code(Short(at))} by now" : "is not there by now")}.",
        { Ref: var name } when name != $"tags/{fix.Tag}" && !fix.Is(build.Commit) =>
            $"It is of {Quote.Code(Short(build.Commit))}, and {(fix.Pull?.Head ?? fix.Head) switch { { } head => $"the hotfix is at {Quote.Code(Short(head))} by now", null => "the hotfix has no branch by now" }}.",
        { Ships: true } when fix.Shipped is { } shipped && (shipped.Commit == build.Commit || fix.Is(shipped.Commit)) && !shipped.Precedes(build) => "A later run has reported already.",
        { Ships: false } when fix.Build is { } last && IsBehind(build, last, fix) => "A later run has reported already.",
        _ => null,
    };

    /// <summary>A later run has told of what the hotfix is by now. What an earlier one gave out is out all the same, and only its checks are of no more interest.</summary>
    private static bool IsBehind(Build build, Build last, Fix fix) => (last.Commit == build.Commit || fix.Is(last.Commit) || last.Ref == $"tags/{fix.Tag}") && !build.Follows(last);

    private static bool IsOfVersion(StoreItem? item, Fix fix) => item is { Version: { } version } && (version == fix.Version?.Store || version == fix.Version?.Version);

    private static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;

    private static string Outcome(Build build) => build.Result switch
    {
        BuildResult.Success => "a build succeeded",
        BuildResult.Failure => "a build failed",
        _ => "a build was cancelled",
    };
}
