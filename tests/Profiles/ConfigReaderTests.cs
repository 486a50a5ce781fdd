using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

public sealed class ConfigReaderTests
{
    private static readonly Profile Default = ProfileReader.BuiltIn("browser-extension");

    [Theory]
    [MemberData(nameof(ConfigErrors.Shapes), MemberType = typeof(ConfigErrors))]
    [MemberData(nameof(ConfigErrors.Texts), MemberType = typeof(ConfigErrors))]
    [MemberData(nameof(ConfigErrors.Values), MemberType = typeof(ConfigErrors))]
    public void Says_everything_that_is_wrong_and_where(string yaml, string sentences)
    {
        var reading = ConfigReader.Read(yaml, ".github/hotfix.yml");

        Assert.Equal(sentences, string.Join('\n', reading.Errors.Select(error => $"{error.Line}:{error.Column}: {error.Message}")));
        Assert.All(reading.Errors, error => Assert.Equal(".github/hotfix.yml", error.Source));
        Assert.Null(reading.Profile);
    }

    [Fact]
    public void A_key_that_is_no_key_at_the_top_is_told_what_is()
    {
        var error = Assert.Single(ConfigReader.Read("bots: []\nbot: 3\n", "f").Errors);

        Assert.StartsWith("f:2:1: There is no key `bot` here; did you mean `bots`? Known here: `extends`, `name`, `severities`, ", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("\uFEFF---\n")]
    [InlineData("extends: browser-extension\n")]
    [InlineData("score: {}\n")]
    public void A_file_that_says_nothing_is_the_default_profile(string yaml) => Assert.Equal(ShownAs(Default), ShownAs(Read(yaml)));

    [Fact]
    public void Maps_merge_key_by_key()
    {
        var profile = Read("name: mine\nscore: { cap: 900 }\nseverities:\n  P1: { respond_within: 4h }\n");

        Assert.Equal("mine", profile.Name);
        Assert.Equal(Default.Score with { Cap = 900 }, profile.Score);
        Assert.Equal(Default.Severities[Severity.P1] with { RespondWithin = Span.Parse("4h") }, profile.Severities[Severity.P1]);
        Assert.Equal(Default.Severities[Severity.P0], profile.Severities[Severity.P0]);
    }

    [Theory]
    [InlineData("dependencies: [needs]\n", "needs")]
    [InlineData("dependencies: []\n", "")]
    [InlineData("dependencies:\n", "")]
    [InlineData("dependencies: { add: [needs] }\n", "blocked by, depends on, needs")]
    [InlineData("dependencies: { prepend: [needs], remove: [depends on] }\n", "needs, blocked by")]
    public void A_list_is_replaced_or_changed(string yaml, string phrases) => Assert.Equal(phrases, string.Join(", ", Read(yaml).Dependencies));

    [Theory]
    [InlineData("rules: { remove: [batch_processing] }\n")]
    [InlineData("rules: { remove: [{ name: batch_processing }] }\n")]
    public void An_item_with_a_name_is_taken_away_by_it(string yaml) => Assert.Equal(["critical_auto_escalation", "high_priority_fast_track"], Read(yaml).Rules.Select(rule => rule.Name));

    [Fact]
    public void An_item_of_a_checklist_is_taken_away_by_its_id() =>
        Assert.DoesNotContain("fix", Read("checklists: { hotfix: { items: { remove: [fix] } } }\n").Checklists["hotfix"].Items.Select(item => item.Id));

    [Fact]
    public void An_item_without_a_name_is_taken_away_by_its_label() =>
        Assert.Equal(["needs-info", "waiting: store"], Read("clocks: { pauses: { remove: [blocked] } }\n").Clocks.Pauses.Select(pause => pause.Label));

    [Fact]
    public void Null_takes_away_what_may_be_absent()
    {
        var profile = Read("severities:\n  P0: { release_within: null }\nareas: { testing: ~ }\nspellings: { err: }\n");

        Assert.Null(profile.Severities[Severity.P0].ReleaseWithin);
        Assert.False(profile.Areas.ContainsKey("testing"));
        Assert.False(profile.Spellings.ContainsKey("err"));
    }

    [Fact]
    public void What_a_team_adds_may_use_every_form_too()
    {
        var profile = Read("team:\n  people:\n    ana: &ana { expertise: { add: [ui, storage] }, capacity: 2 }\n    bob: *ana\n");

        Assert.Equal(["ui", "storage"], profile.Team.People["ana"].Expertise);
        Assert.Equal(profile.Team.People["ana"], profile.Team.People["bob"]);
    }

    [Fact]
    public void A_file_has_limits()
    {
        Assert.Equal("1:1: The file is larger than 256 KiB, and no configuration needs that.", Error(new string('#', (256 * 1024) + 1)));
        Assert.Equal("1:26: This is more than 20 levels deep, and no configuration needs that.", Error("bots: " + new string('[', 1000)));
        Assert.Equal("9999:3: From here on there are more than 10,000 values, and no configuration needs that.", Error("bots:\n" + string.Concat(Enumerable.Repeat("- a\n", 20_000))));
        Assert.Equal("5:8: From here on there are more than 10,000 values, and no configuration needs that.", Error("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"));
    }

    [Fact]
    public void So_many_errors_are_counted_and_not_told()
    {
        var errors = ConfigReader.Read(string.Concat(Enumerable.Range(0, 150).Select(number => $"key{number}: 1\n")), "f").Errors;

        Assert.Equal(101, errors.Count);
        Assert.Equal("f:101:1: From here on there are 50 more errors.", $"{errors[100]}");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void What_ships_has_no_errors(string name)
    {
        var reading = ConfigReader.BuiltIn(name);

        Assert.Empty(reading.Errors);
        Assert.Equal(name, reading.Profile!.Name);
        Assert.Same(reading, ConfigReader.BuiltIn(name));
    }

    public static TheoryData<string> Profiles => [.. BuiltIns.Names.Where(name => BuiltIns.Text(name) is not null)];

    private static string ShownAs(Profile profile) => JsonSerializer.Serialize(profile, ProfileJson.Default.Profile);

    private static Profile Read(string yaml)
    {
        var reading = ConfigReader.Read(yaml, "f");
        Assert.Empty(reading.Errors);

        return reading.Profile!;
    }

    private static string Error(string yaml) => Assert.Single(ConfigReader.Read(yaml, "f").Errors) is var error ? $"{error.Line}:{error.Column}: {error.Message}" : "";
}
