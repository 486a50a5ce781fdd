using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>What the card says of the fix: where it is made, what somebody did to it by hand, and what comes next in every state.</summary>
internal static partial class Sentences
{
    public static string Fix(Fix fix) => string.Join(
        ", ",
        new[]
        {
            fix.Version is { } version ? $"{version.Version}{(version.Store is { } store ? $" ({store} in the store)" : "")} from {Quote.Code(fix.From)}" : $"from {Quote.Code(fix.From)}",
            $"on {Quote.Code(fix.Branch)}",
            fix.Pull is { } pull ? $"as #{pull.Number} into {Quote.Code(pull.Base)}" : null,
        }.OfType<string>()) + ".";

    /// <summary>What is not as it should be, and what puts it right.</summary>
    public static string Oddity(Fix fix) => fix.Oddity switch
    {
        Domain.Oddity.BranchGone => $"The branch {Quote.Code(fix.Branch)} was deleted before the fix was merged. Restore it on the pull request's page, or give up by `/hotfix abandon`.",
        Domain.Oddity.PullClosed => $"#{fix.Pull!.Number} was closed and not merged. Reopen it to go on, or give up by `/hotfix abandon`.",
        Domain.Oddity.Retargeted => $"#{fix.Pull!.Number} goes into {Quote.Code(fix.Pull.Base)} now, and the hotfix was made for {Quote.Code(fix.Base)}: change its base back, or more than the fix would ship.",
        Domain.Oddity.Rewritten => $"{Quote.Code(fix.Branch)} was pushed to by force: what was reviewed before may not be what is there.",
        Domain.Oddity.TaggedEarly => $"The tag {Quote.Code(fix.Tag)} is there already, and the fix is not merged. If it was not meant, delete it.",
        Domain.Oddity.MergedElsewhere => $"#{fix.Pull!.Number} was merged into {Quote.Code(fix.Pull.Base)} and not into {Quote.Code(fix.Base)}, so users of {Quote.Code(fix.From)} do not get it yet.",
        _ => "",
    };

    /// <summary>What comes next, in whatever state it is.</summary>
    public static string NextStep(Domain.Hotfix hotfix, Profile profile) => (hotfix.State, hotfix.Fix) switch
    {
        (HotfixState.Reported, _) or (_, { Pull: null }) when hotfix.Assessment is null => "It is read when somebody writes `/hotfix triage`.",
        (HotfixState.NextRelease, _) => "It goes into the next release. `/hotfix start` makes a hotfix of it after all.",
        (HotfixState.Started or HotfixState.InReview or HotfixState.Ready, { Oddity: Domain.Oddity.MergedElsewhere or Domain.Oddity.PullClosed or Domain.Oddity.BranchGone }) => "Put right what the note says.",
        (HotfixState.Started, { Pull: { } pull } fix) => $"Push the fix to {Quote.Code(fix.Branch)}, then mark #{pull.Number} as ready for review.",
        (HotfixState.InReview, { Pull: { } pull }) => $"Review #{pull.Number}, and close what its gate still asks for.",
        (HotfixState.Ready, { Pull: { } pull }) => $"Merge #{pull.Number} into {Quote.Code(pull.Base)}: everything that its gate asks for is there.",
        (HotfixState.Merged, { } fix) => $"Publish the release {Quote.Code(fix.Tag)} from {Quote.Code(fix.Base)}.",
        (HotfixState.Released, { } fix) => $"Watch {Quote.Code(fix.Tag)}; close the issue when the reporter, or the numbers, say that it is mended.",
        (HotfixState.Published, { } fix) => $"Users get {Quote.Code(fix.Version?.Version ?? fix.Tag)} from the store: watch it; close the issue when the reporter, or the numbers, say that it is mended.",
        (HotfixState.Abandoned, _) => "Nothing: it was given up. Reopen the issue to take it up again.",
        (HotfixState.Closed, _) => "Nothing: it is closed. Reopen it if it is still there.",
        _ when hotfix.Assessment is { Severity: { } severity } assessment => Begin(NextStep(profile.Decisions[assessment.Decision]), severity, assessment.Decision, profile),
        _ => "Nothing for now.",
    };

    private static string Begin(string step, Severity severity, Domain.Decision decision, Profile profile) => decision is not (Domain.Decision.HotfixNow or Domain.Decision.HotfixLikely)
        ? step
        : profile.Start.Automatic.Contains(severity) ? $"{step} To confirm and start at once, comment `/hotfix start`." : $"{step} `/hotfix start` begins it.";
}
