using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage.Owners;

namespace Hotfix.Tests.Triage.Owners;

public sealed class OwnerRoutingTests
{
    private static readonly RoutingFacts Facts = new(AssignBy.BestMatch, 400, ["storage", "ui"], null, Load(), [], [], new(2026, 11, 18));

    private static readonly TeamRules Team = new(
        5,
        800,
        false,
        new Dictionary<string, PersonRule>
        {
            ["Ada"] = Person("security", "storage"),
            ["Bo"] = Person("ui", "storage"),
            ["Cy"] = Person("storage"),
            ["Di"] = Person("testing") with { Capacity = 2 },
        },
        new Dictionary<string, string> { ["new_chat"] = "cy", ["send_prompt"] = "Eve" },
        new(["Cy", "Ada", "Bo"], "2026-11-02", 7));

    [Fact]
    public void Who_knows_most_gets_it_and_the_others_follow() => Assert.Equal(
        [
            new("Bo", OwnerReason.BestMatch, ["storage", "ui"], 0, 5),
            new("Cy", OwnerReason.BestMatch, ["storage"], 0, 5),
            new("Ada", OwnerReason.BestMatch, ["storage"], 0, 5),
            new("Di", OwnerReason.LeastLoaded, [], 0, 2),
        ],
        OwnerRouting.Candidates(With(Team), Facts));

    [Theory]
    [InlineData("storage", "", "Cy Ada Bo Di")] // Cy names it first
    [InlineData("storage", "Ada=1", "Cy Bo Ada Di")]
    [InlineData("storage", "Cy=5", "Ada Bo Di Cy")] // no room
    [InlineData("storage", "cy=3 CY=2", "Ada Bo Di Cy")] // one person, however written
    [InlineData("security", "", "Ada Bo Cy Di")]
    [InlineData("security", "Bo=2 Di=1", "Ada Cy Bo Di")] // two of five before one of two
    [InlineData("security", "Ada=5", "Bo Cy Di Ada")]
    [InlineData("security", "Ada=9 Bo=6 Cy=5 Di=3", "Cy Bo Di Ada")] // nobody has room: the least beyond what they take
    [InlineData("", "Cy=1", "Ada Bo Di Cy")]
    public void Expertise_room_load_and_the_order_of_the_profile_decide_one_after_the_other(string areas, string load, string order) =>
        Assert.Equal(Names(order), Order(Team, Facts with { Areas = Words(areas), Load = Load(load) }));

    [Theory]
    [InlineData(799.9, "Bo Di Cy Ada")]
    [InlineData(800, "Ada Bo Di Cy")]
    public void From_a_score_on_load_does_not_count(double score, string order) =>
        Assert.Equal(Names(order), Order(Team, Facts with { Areas = ["security"], Score = (decimal)score, Load = Load("Ada=7 Cy=1 Di=0 Bo=0", "Di=1") }));

    [Fact]
    public void Beyond_that_score_with_nobody_who_knows_room_counts_again() => Assert.Equal(Names("Bo Cy Di Ada"), Order(Team, Facts with { Areas = ["memory"], Score = 900, Load = Load("Ada=5") }));

    [Fact]
    public void An_owner_of_the_code_knows_it_when_the_team_says_so()
    {
        var facts = Facts with { Areas = ["storage"], CodeOwners = ["ada", "stranger"] };

        Assert.Equal(Names("Cy Ada Bo Di"), Order(Team, facts));
        Assert.Equal(Names("Ada Cy Bo Di"), Order(Team with { CodeOwners = true }, facts));
    }

    [Theory]
    [InlineData("2026-11-17", "2026-11-19", "Bo Ada Di")]
    [InlineData("2026-11-18", "2026-11-18", "Bo Ada Di")]
    [InlineData("2026-11-19", "2026-11-20", "Bo Cy Ada Di")]
    [InlineData("2026-11-01", "2026-11-17", "Bo Cy Ada Di")]
    [InlineData("next week", "2026-12-01", "Bo Cy Ada Di")]
    public void Who_is_away_gets_nothing(string from, string to, string order) => Assert.Equal(Names(order), Order(Away(Team, from, to, "Cy"), Facts));

    [Fact]
    public void When_everybody_is_away_nobody_is() => Assert.Equal(Names("Bo Cy Ada Di"), Order(Away(Team, "2026-11-01", "2026-11-30", "Ada", "Bo", "Cy", "Di"), Facts));

    [Fact]
    public void When_everybody_GitHub_would_have_is_away_nobody_is() =>
        Assert.Equal(Names("Cy Ada"), Order(Away(Team, "2026-11-01", "2026-11-30", "Ada", "Cy"), Facts with { LeftOut = ["bo", "DI"] }));

    [Fact]
    public void Nobody_is_left_when_GitHub_would_have_nobody_or_there_is_nobody()
    {
        Assert.Empty(Order(Team, Facts with { LeftOut = ["Ada", "Bo", "Cy", "Di"] }));
        Assert.Empty(Order(Team with { People = new Dictionary<string, PersonRule>() }, Facts));
    }

    [Fact]
    public void A_rule_can_assign_nobody() => Assert.Empty(Order(Team, Facts with { By = AssignBy.Nobody }));

    [Theory]
    [InlineData("new_chat", "", 400, "Cy Bo Ada Di")]
    [InlineData("new_chat", "Cy=5", 400, "Bo Ada Di Cy")]
    [InlineData("new_chat", "Cy=5", 800, "Cy Bo Ada Di")]
    [InlineData("send_prompt", "", 400, "Eve Bo Cy Ada Di")] // of the team by this rule only
    [InlineData("send_prompt", "Eve=5", 400, "Bo Cy Ada Di Eve")]
    [InlineData("download_images", "", 400, "Bo Cy Ada Di")]
    [InlineData(null, "", 400, "Bo Cy Ada Di")]
    public void A_feature_has_its_owner(string? feature, string load, int score, string order) =>
        Assert.Equal(Names(order), Order(Team, Facts with { By = AssignBy.FeatureOwner, Feature = feature, Load = Load(load), Score = score }));

    [Fact]
    public void The_owner_of_a_feature_is_named_as_such() => Assert.Equal(
        new("Cy", OwnerReason.FeatureOwner, ["storage"], 4, 5),
        OwnerRouting.Candidates(With(Team), Facts with { By = AssignBy.FeatureOwner, Feature = "new_chat", Load = Load("CY=4") })[0]);

    [Theory]
    [InlineData("", "Ada Bo Cy Di")]
    [InlineData("Ada=2 Bo=1", "Cy Bo Ada Di")] // four places, three, and two twice: the less loaded first
    [InlineData("Ada=5 Bo=6 Cy=4", "Di Cy Ada Bo")]
    public void The_next_who_is_available_has_most_room(string load, string order) => Assert.Equal(Names(order), Order(Team, Facts with { By = AssignBy.NextAvailable, Load = Load(load, "Di=0") }));

    [Theory]
    [InlineData("2026-11-02", "", "Cy Ada Bo Di")]
    [InlineData("2026-11-08", "", "Cy Ada Bo Di")]
    [InlineData("2026-11-09", "", "Ada Bo Cy Di")]
    [InlineData("2026-11-16", "", "Bo Cy Ada Di")]
    [InlineData("2026-11-23", "", "Cy Ada Bo Di")]
    [InlineData("2026-11-01", "", "Bo Cy Ada Di")]
    [InlineData("2026-10-12", "", "Cy Ada Bo Di")]
    [InlineData("2026-11-09", "ada=5", "Bo Cy Di Ada")]
    [InlineData("2026-11-09", "Ada=5 Bo=5 Cy=6", "Di Ada Bo Cy")]
    public void Turns_are_taken_and_passed_on(string today, string load, string order) =>
        Assert.Equal(Names(order), Order(Team, Facts with { By = AssignBy.RotatingSchedule, Today = DateOnly.ParseExact(today, "yyyy-MM-dd"), Load = Load(load) }));

    [Fact]
    public void Who_is_away_passes_their_turn_on() =>
        Assert.Equal(Names("Cy Ada Di"), Order(Away(Team, "2026-11-16", "2026-11-22", "Bo"), Facts with { By = AssignBy.RotatingSchedule }));

    [Fact]
    public void Without_turns_the_next_who_is_available_gets_it()
    {
        var facts = Facts with { By = AssignBy.RotatingSchedule, Load = Load("Ada=1") };

        Assert.Equal(OwnerReason.NextAvailable, OwnerRouting.Candidates(With(Team with { Rotation = null }), facts)[0].Reason);
        Assert.Equal(Names("Bo Cy Ada Di"), Order(Team with { Rotation = Team.Rotation! with { Days = 0 } }, facts));
    }

    private static PersonRule Person(params string[] expertise) => new([.. expertise], null, []);

    private static TeamRules Away(TeamRules team, string from, string to, params string[] logins) =>
        team with { People = team.People.ToDictionary(person => person.Key, person => logins.Contains(person.Key) ? person.Value with { Away = [new(from, to)] } : person.Value) };

    private static Dictionary<string, int> Load(params string[] loads) => loads.SelectMany(load => Words(load)).Select(load => load.Split('=')).DistinctBy(load => load[0])
        .ToDictionary(load => load[0], load => int.Parse(load[1], System.Globalization.CultureInfo.InvariantCulture));

    private static string[] Names(string order) => order.Split(' ');

    private static Values<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string> Order(TeamRules team, RoutingFacts facts) => OwnerRouting.Candidates(With(team), facts).Select(candidate => candidate.Login);

    private static Profile With(TeamRules team) => ProfileReader.BuiltIn("browser-extension") with { Team = team };
}
