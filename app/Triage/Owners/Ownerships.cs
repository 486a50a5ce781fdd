using Hotfix.Domain;
using Hotfix.Triage.Clocks;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage.Owners;

/// <summary>Who is on an issue: looked for once, by the rule that decided; from then on it is what people make of it.</summary>
internal static class Ownerships
{
    public static (Domain.Hotfix Next, Values<Effect> Effects) Find(Domain.Hotfix hotfix, IssueSnapshot issue, IssueFacts facts)
    {
        var profile = facts.Process.Profile;

        if (hotfix.Owner is not null || hotfix.Assessment is not { Severity: not null, Rule: { } name } assessment)
        {
            return (hotfix, []);
        }

        if (issue.Assignees is [var assignee, ..])
        {
            return (hotfix with { Owner = new(assignee, null, []) }, [new MoveLoad(issue.Id, null, assignee)]);
        }

        var whateverTheLoad = assessment.Score!.Total >= profile.Team.RegardlessOfLoadFrom;
        var by = profile.Rules.First(rule => rule.Name == name).Assign ?? AssignBy.Nobody;
        by = whateverTheLoad && by != AssignBy.Nobody ? AssignBy.BestMatch : by;
        var candidates = by == AssignBy.Nobody || profile.Team.People.Count == 0 ? [] : OwnerRouting.Candidates(profile, Facts(by, assessment, issue, facts));

        return (hotfix, candidates.Count == 0 ? [] : [new AssignOwner(issue.Id, candidates, whateverTheLoad)]);
    }

    /// <summary>Whoever follows the owner by the rule that decided, as if nobody had this issue: so that saying it again goes round. Null when there is nobody else.</summary>
    public static string? After(Domain.Hotfix hotfix, IssueSnapshot issue, IssueFacts facts)
    {
        if (hotfix.Assessment is not { Score: not null } assessment || facts.Process.Profile.Team.People.Count == 0)
        {
            return null;
        }

        var by = facts.Process.Profile.Rules.FirstOrDefault(rule => rule.Name == assessment.Rule)?.Assign is { } assign and not AssignBy.Nobody ? assign : AssignBy.NextAvailable;

        var others = facts with { Load = facts.Load.ToDictionary(entry => entry.Key, entry => Same(hotfix.Owner?.Login, entry.Key) ? Math.Max(0, entry.Value - 1) : entry.Value, StringComparer.OrdinalIgnoreCase) };
        var logins = OwnerRouting.Candidates(facts.Process.Profile, Facts(by, assessment, issue, others)).Select(candidate => candidate.Login).ToList();

        return logins.Skip(logins.FindIndex(login => Same(hotfix.Owner?.Login, login)) + 1).Concat(logins).FirstOrDefault(login => !Same(hotfix.Owner?.Login, login));
    }

    public static Plan Assigned(Domain.Hotfix hotfix, IssueAssigned assigned) => assigned switch
    {
        { By.IsBot: true } or { Assignee: "" } => new(hotfix, [], "assigned by no person, or to nobody"),
        _ when Same(hotfix.Owner?.Login, assigned.Assignee) => new(hotfix, [], "assigned already"),
        _ => new(hotfix with { Owner = new(assigned.Assignee, null, []) }, Move(hotfix, assigned.Assignee), "assigned by a person", Card(hotfix)),
    };

    /// <summary>Taking the owner off hands the issue to whoever else is on it.</summary>
    public static Plan Unassigned(Domain.Hotfix hotfix, IssueUnassigned unassigned)
    {
        if (unassigned.By.IsBot || !Same(hotfix.Owner?.Login, unassigned.Assignee))
        {
            return new(hotfix, [], "not the owner");
        }

        var other = unassigned.Issue.Assignees.FirstOrDefault(login => !Same(login, unassigned.Assignee));

        return new(hotfix with { Owner = new(other, null, []) }, Move(hotfix, other), "taken off by a person", Card(hotfix));
    }

    /// <summary>A closed issue is nobody's load any more; a hotfix that the team closed tells how long such a thing takes.</summary>
    public static Plan Close(Domain.Hotfix hotfix, IssueEvent happened, Profile profile)
    {
        var closed = Release(hotfix, HotfixState.Closed, "closed");
        var isMended = happened is IssueClosed { By: { IsBot: false } by } && by != happened.Issue.Author && hotfix.Assessment?.Decision is Decision.HotfixNow or Decision.HotfixLikely;

        return isMended && Deadlines.Taken(hotfix.Events, profile) is { } took
            ? closed with { Effects = [.. closed.Effects, new LearnEffort(hotfix.Issue, hotfix.Assessment!.Impact.Value, took)] }
            : closed;
    }

    /// <summary>An issue that was closed and is open again is its owner's load again.</summary>
    public static Values<Effect> Back(Domain.Hotfix before) => before is { State: HotfixState.Closed or HotfixState.Abandoned, Owner.Login: { } login } ? [new MoveLoad(before.Issue, null, login)] : [];

    public static Plan Release(Domain.Hotfix hotfix, HotfixState state, string outcome) => new(hotfix with { State = state }, Move(hotfix, null), outcome);

    /// <summary>Only an open issue is anybody's load.</summary>
    private static Values<Effect> Move(Domain.Hotfix hotfix, string? to) => hotfix.State.IsOpen() && hotfix.Owner?.Login != to ? [new MoveLoad(hotfix.Issue, hotfix.Owner?.Login, to)] : [];

    private static NextStep Card(Domain.Hotfix hotfix) => hotfix.Assessment is null ? NextStep.None : NextStep.Card;

    private static RoutingFacts Facts(AssignBy by, Assessment assessment, IssueSnapshot issue, IssueFacts facts) => new(
        by,
        assessment.Score!.Total,
        [.. assessment.Areas.Select(area => area.Name)],
        assessment.CoreFeature?.Name,
        facts.Load,
        [],
        facts.CodeOwners is { } owners ? [.. Paths.Find(issue.Report.Title + "\n" + issue.Report.Body).SelectMany(path => owners.OwnersOf(path)).Distinct(StringComparer.OrdinalIgnoreCase)] : [],
        DateOnly.FromDateTime(facts.ReceivedAt.UtcDateTime));

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
