using Hotfix.Domain;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Runner;
using Hotfix.Sandbox.Store;

namespace Hotfix.Cli.Demo;

/// <summary>How the merged fix got to its users.</summary>
/// <param name="Runs">What the workflow came to: the first time, and after the store had approved.</param>
/// <param name="Hotfix">By the last that was heard of it; null where a run failed.</param>
/// <param name="Item">What the store has of it.</param>
/// <param name="IsDoubled">The second run wrote what the first one had written.</param>
/// <param name="Wrong">What the store was asked in another shape than its API has.</param>
internal sealed record DemoShipment(IReadOnlyList<RunnerResult> Runs, Domain.Hotfix? Hotfix, SandboxRelease? Release, SandboxItem Item, bool IsDoubled, IReadOnlyList<string> Wrong)
{
    /// <summary>Every step succeeded both times, nothing was done twice, and release, store and App agree.</summary>
    public bool IsRight =>
        Runs.Count == 2
        && Runs.All(run => run.Succeeded)
        && Hotfix is { State: HotfixState.Published, Fix: { Oddity: null, Version: { } version, Tag: var tag, Pull.MergeCommit: { } merge } }
        && Release is { IsDraft: false, IsPrerelease: false } release
        && release.TagName == tag
        && release.Repository.Branches.Tag(tag)?.Sha == merge
        && Item.Published is [(var published, 100)]
        && published == version.Store
        && !IsDoubled
        && Wrong.Count == 0;

    /// <summary>All that was printed in the run that did not lead on; null where both did.</summary>
    public string? Complaint => Hotfix is null ? string.Join('\n', [.. Runs[^1].Annotations, Runs[^1].Log]) : null;
}
