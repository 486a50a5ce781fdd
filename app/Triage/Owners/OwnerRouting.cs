using Hotfix.Domain;

namespace Hotfix.Triage.Owners;

/// <summary>
/// Who should get a report, and who follows if GitHub will not have the first: expertise × load × capacity.
/// <para>Who is away is not there, unless everybody is. Below the score of <see cref="TeamRules.RegardlessOfLoadFrom"/> nobody is given more than they take while somebody present has room;
/// nobody at all comes only of a rule that assigns nobody, or of a team without people.</para>
/// Source: seeds/000, "Issue Routing Intelligence".
/// </summary>
internal static class OwnerRouting
{
    public static Values<Candidate> Candidates(Profile profile, RoutingFacts facts)
    {
        var rules = profile.Team;
        var turns = facts.By == AssignBy.RotatingSchedule ? Turns.Of(rules.Rotation, facts.Today) : [];
        var owner = facts.By == AssignBy.FeatureOwner && facts.Feature is { } feature ? rules.FeatureOwners.GetValueOrDefault(feature) : null;
        var present = Present(Members(rules, facts, turns, owner), facts);
        var regardless = facts.Score >= rules.RegardlessOfLoadFrom;

        var first = facts.By switch
        {
            AssignBy.Nobody => [],
            AssignBy.BestMatch => BestMatches(present, regardless),
            AssignBy.FeatureOwner => Chosen(present.Where(member => member.Is(owner) && (member.HasRoom || regardless)), OwnerReason.FeatureOwner).Concat(BestMatches(present, regardless)),
            AssignBy.RotatingSchedule when turns.Count > 0 => Chosen(turns.SelectMany(login => present.Where(member => member.Is(login) && member.HasRoom)), OwnerReason.Turn),
            AssignBy.NextAvailable or AssignBy.RotatingSchedule => Chosen(present.Where(member => member.HasRoom).OrderByDescending(member => member.Room), OwnerReason.NextAvailable),
            _ => [],
        };

        return facts.By == AssignBy.Nobody ? [] : [.. first.Concat(LeastLoaded(present)).DistinctBy(candidate => candidate.Login, StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<Candidate> BestMatches(IEnumerable<Member> present, bool regardless) => Chosen(
        present.Where(member => member.Matches > 0 && (member.HasRoom || regardless)).OrderByDescending(member => member.Matches).ThenBy(member => member.Rank),
        OwnerReason.BestMatch);

    /// <summary>Those with room before those without.</summary>
    private static IEnumerable<Candidate> LeastLoaded(IEnumerable<Member> present) => Chosen(present.OrderByDescending(member => member.HasRoom), OwnerReason.LeastLoaded);

    private static IEnumerable<Candidate> Chosen(IEnumerable<Member> members, OwnerReason reason) => members.Select(member => member.For(reason));

    /// <summary>The team's people in the profile's order, and after them those whom only the rotation or a feature names.</summary>
    private static IEnumerable<Member> Members(TeamRules rules, RoutingFacts facts, Values<string> turns, string? owner)
    {
        var load = facts.Load.GroupBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.Sum(entry => entry.Value), StringComparer.OrdinalIgnoreCase);
        var named = turns.Concat(owner is null ? [] : new[] { owner }).Select(login => KeyValuePair.Create(login, new PersonRule([], null, [])));

        return rules.People.Concat(named)
            .DistinctBy(person => person.Key, StringComparer.OrdinalIgnoreCase)
            .Select(person => Member.Of(person.Key, person.Value, rules, facts, load.GetValueOrDefault(person.Key)));
    }

    /// <summary>Whoever is there and GitHub would have, the least loaded first: every other order keeps this one where it does not tell two apart.</summary>
    private static List<Member> Present(IEnumerable<Member> members, RoutingFacts facts)
    {
        var possible = members.Where(member => !facts.LeftOut.Any(member.Is)).OrderBy(member => member.RelativeLoad).ToList();
        var there = possible.Where(member => !member.IsAway).ToList();

        return there.Count > 0 ? there : possible;
    }
}
