using System.Text.Json.Nodes;
using Hotfix.Profiles;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Profiles;

public sealed class ConfigSchemaTests
{
    private static readonly JsonObject Schema = ConfigSchema.Create();

    [Theory]
    [MemberData(nameof(ConfigErrors.Shapes), MemberType = typeof(ConfigErrors))]
    public void What_is_wrong_by_shape_is_refused(string yaml, string sentences) =>
        Assert.True(JsonSchema.Check(Schema, YamlJson.Read(yaml)).Count > 0, $"The schema takes what the reader refuses: {sentences}");

    [Theory]
    [MemberData(nameof(ConfigErrors.Values), MemberType = typeof(ConfigErrors))]
    public void What_only_the_reader_can_tell_is_let_through(string yaml, string sentences)
    {
        Assert.NotEmpty(sentences);
        Assert.Empty(JsonSchema.Check(Schema, YamlJson.Read(yaml)));
    }

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void What_the_reader_takes_is_taken(string yaml)
    {
        Assert.Empty(ConfigReader.Read(yaml, "f").Errors);
        Assert.Empty(JsonSchema.Check(Schema, YamlJson.Read(yaml) ?? new JsonObject()));
    }

    [Theory]
    [MemberData(nameof(ConfigReaderTests.Profiles), MemberType = typeof(ConfigReaderTests))]
    public void A_whole_profile_is_taken_too(string name)
    {
        var text = YamlJson.Read(BuiltIns.Text(name)!)!.AsObject();
        text.Remove("extends"); // of its own kind: a file that is no profile

        Assert.Empty(JsonSchema.Check(Schema, text));
    }

    [Fact]
    public void Is_the_same_each_time() => Assert.Equal(Schema.ToJsonString(), ConfigSchema.Create().ToJsonString());

    [Fact]
    public void Explains_a_key_and_says_what_holds_without_it()
    {
        var capacity = Schema["properties"]!["team"]!["properties"]!["capacity"]!;

        Assert.Equal("integer", $"{capacity["type"]}");
        Assert.Equal(5, (int)capacity["default"]!);
        Assert.StartsWith("How many open reports one person takes", $"{capacity["description"]}", StringComparison.Ordinal);
        Assert.Equal("2h", $"{Schema["properties"]!["severities"]!["properties"]!["P0"]!["properties"]!["respond_within"]!["default"]}");
        Assert.Equal(BuiltIns.Names, Schema["properties"]!["extends"]!["enum"]!.AsArray().Select(name => $"{name}"));
    }

    public static TheoryData<string> GoodFiles =>
    [
        "",
        "extends: browser-extension\nname: mine\n",
        "bots:\n",
        "bots: { add: [renovate], remove: [other] }\n",
        "score: { cap: 800.5 }\n",
        "severities:\n  P0: { release_within: null }\n  P2: { label: { color: FFFFFF } }\n",
        "rules: { prepend: [{ name: mine, decision: backlog, core_feature: null, severities: [P3] }], remove: [batch_processing, { name: high_priority_fast_track }] }\n",
        "areas: { testing: ~, payments: { title: payments } }\n",
        "headings: { logs: null, kind: { add: [sort] } }\n",
        "team:\n  people: { ana: { expertise: [ui], away: [{ from: 2026-12-21, to: 2027-01-02 }] } }\n  rotation: { logins: [ana], starts: 2026-01-05, days: 7 }\n",
        "clocks: { zone: Europe/Berlin, from: \"08:00\", to: \"24:00\", holidays: [12-25, 2026-04-03] }\n",
        "roll_back_first: { decisions: [hotfix_now], cause_unknown: true }\nform_labels: { version: \"version: {0}\" }\n",
    ];
}
