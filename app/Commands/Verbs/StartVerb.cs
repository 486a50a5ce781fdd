using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands.Verbs;

/// <summary>Makes branch, version and pull request. The version is given out first; what follows is decided when that is done (<see cref="Starting"/>).</summary>
internal sealed class StartVerb() : Verb(new(
    "start",
    VerbPlace.Issue,
    RepositoryRole.Write,
    [Form.Alone],
    [new("from", "tag"), new("version", "version"), new("name", "slug")],
    "Makes the hotfix branch at the released tag, commits the new version, and opens a draft pull request from the severity's template.",
    "/hotfix start --from v1.0.0",
    "The pull request is closed, and branches that nobody has pushed to are deleted. The version stays given out.")
{
    CanRehearse = true,
    LooksAtCode = true,
})
{
    /// <summary>What the profile would start by itself waits for one word of somebody who may triage.</summary>
    public override RepositoryRole Needs(CommandCall call) =>
        call.Current.Assessment?.Severity is { } severity && call.Profile.Start.Automatic.Contains(severity) ? RepositoryRole.Triage : base.Needs(call);

    public override Ruling Decide(CommandCall call)
    {
        var current = call.Current;

        if (current.Fix is { Pull: not null } started)
        {
            return new Ruling.Done(current, [], "started already", Replies.StartedAlready(started));
        }

        if (Transitions.Next(current.State, StateStep.Start) is null)
        {
            return new Ruling.Refused(Replies.NotFromHere(Rule.Name, current));
        }

        if (current.Assessment?.Severity is null)
        {
            return new Ruling.Refused(Replies.NoBug);
        }

        // A start that was cut off goes on under the version it has.
        return current.Fix is { Version: not null } begun
            ? new Ruling.Done(current, [new ClaimVersion(current.Issue, call.Facts.Code!.Registry.Revision, begun)], "start goes on", null, NextStep.Start)
            : Starting.Choose(call) is { Refusal: { } refusal } ? new Ruling.Refused(refusal) : Starting.Begin(call);
    }
}
