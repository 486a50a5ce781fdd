using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Tests.Support;
using Hotfix.Triage.Owners;

namespace Hotfix.Tests.Triage.Owners;

public sealed class OwnerProperties
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    private static readonly string[] Logins = ["Ada", "Bo", "Cy", "Di", "Eve"];

    private static readonly string[] Areas = ["security", "storage", "ui", "memory"];

    private static readonly Profile BuiltIn = ProfileReader.BuiltIn("browser-extension");

    private static readonly Gen<PersonRule> People =
        from expertise in Gen.SubListOf(Areas)
        from capacity in Gen.Choose(-1, 4)
        from away in Gen.Choose(0, 2)
        select new PersonRule([.. expertise], capacity < 0 ? null : capacity, away == 0 ? [new("2026-11-18", "2026-11-20")] : []);

    private static readonly Gen<Profile> Teams =
        from size in Gen.Choose(1, Logins.Length)
        from people in Gen.ArrayOf(People, size)
        from owner in Gen.Elements(Logins)
        from turns in Gen.SubListOf(Logins)
        from codeOwners in Gen.Elements(true, false)
        select BuiltIn with
        {
            Team = new(
                3, 800, codeOwners, people.Select((person, index) => (person, index)).ToDictionary(one => Logins[one.index], one => one.person),
                new Dictionary<string, string> { ["new_chat"] = owner }, turns.Count == 0 ? null : new([.. turns], "2026-11-02", 3)),
        };

    private static readonly Gen<RoutingFacts> Facts =
        from how in Gen.Elements(AssignBy.BestMatch, AssignBy.FeatureOwner, AssignBy.NextAvailable, AssignBy.RotatingSchedule)
        from score in Gen.Elements(0m, 799m, 800m, 1000m)
        from areas in Gen.SubListOf(Areas)
        from feature in Gen.Elements("new_chat", null)
        from load in Gen.ArrayOf(Gen.Choose(0, 5), Logins.Length)
        from leftOut in Gen.Choose(0, 1 << Logins.Length)
        from codeOwners in Gen.SubListOf(Logins)
        select new RoutingFacts(
            how, score, [.. areas], feature, Logins.Zip(load).ToDictionary(one => one.First, one => one.Second),
            [.. Logins.Where((_, index) => (leftOut & (leftOut >> 1) & (1 << index)) != 0)], [.. codeOwners], Today);

    private static readonly Gen<(Profile Profile, RoutingFacts Facts)> Any = from profile in Teams from facts in Facts select (profile, facts);

    [Fact]
    public void Below_the_score_nobody_gets_more_than_they_take_while_somebody_present_has_room() => Properties.Hold(
        Any,
        any => any.Facts.Score >= 800 || OwnerRouting.Candidates(any.Profile, any.Facts) is not [var first, ..] all || HasRoom(first) || !all.Any(HasRoom));

    [Fact]
    public void Everybody_present_is_named() => Properties.Hold(Any, any => !Possible(any).Where(login => !IsAway(any.Profile, login)).Except(Names(any)).Any());

    [Fact]
    public void Somebody_gets_it_while_the_team_has_people() => Properties.Hold(Any, any => Possible(any).Count == 0 || Names(any).Any());

    [Fact]
    public void Nobody_comes_twice_and_nobody_whom_GitHub_would_not_have() => Properties.Hold(
        Any,
        any => OwnerRouting.Candidates(any.Profile, any.Facts) is var all && all.DistinctBy(one => one.Login).Count() == all.Count && !all.Any(one => any.Facts.LeftOut.Contains(one.Login)));

    [Fact]
    public void Who_is_away_gets_nothing_while_somebody_is_there() => Properties.Hold(
        Any,
        any => Names(any).Select(login => IsAway(any.Profile, login)).Distinct().Count() <= 1);

    [Fact]
    public void Asked_again_it_says_the_same_however_the_load_is_listed() => Properties.Hold(
        from any in Any from seed in Gen.Choose(0, int.MaxValue) select (any, seed),
        one => OwnerRouting.Candidates(one.any.Profile, one.any.Facts)
            == OwnerRouting.Candidates(one.any.Profile, one.any.Facts with { Load = Properties.Shuffled(one.any.Facts.Load, one.seed).ToDictionary(load => load.Key.ToUpperInvariant(), load => load.Value) }));

    /// <summary>The one who is left when GitHub will not have the first is the one who was next.</summary>
    [Fact]
    public void Who_follows_is_who_would_get_it_without_the_first() => Properties.Hold(
        Any,
        any => OwnerRouting.Candidates(any.Profile, any.Facts) is not [var first, var next, ..] || OwnerRouting.Candidates(any.Profile, any.Facts with { LeftOut = [.. any.Facts.LeftOut, first.Login] })[0] == next);

    private static List<string> Possible((Profile Profile, RoutingFacts Facts) any) => [.. any.Profile.Team.People.Keys.Except(any.Facts.LeftOut)];

    private static IEnumerable<string> Names((Profile Profile, RoutingFacts Facts) any) => OwnerRouting.Candidates(any.Profile, any.Facts).Select(one => one.Login);

    private static bool HasRoom(Candidate one) => one.Load < one.Capacity;

    private static bool IsAway(Profile profile, string login) => profile.Team.People.GetValueOrDefault(login)?.Away.Count > 0;
}
