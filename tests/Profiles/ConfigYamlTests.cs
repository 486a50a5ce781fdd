using System.Text.Json;
using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

public sealed class ConfigYamlTests
{
    [Theory]
    [InlineData("browser-extension", false)]
    [InlineData("browser-extension", true)]
    [InlineData("cli", true)]
    [InlineData("web-service", false)]
    [InlineData("appliance", false)]
    public void What_is_shown_reads_back_as_the_same(string name, bool origins)
    {
        var shown = ConfigReader.BuiltIn(name);

        Assert.Equal(Json(shown), Json(ConfigReader.Read($"extends: {name}\n{ConfigYaml.Of(shown, isBrief: false, origins)}", "f")));
    }

    [Fact]
    public void Each_value_says_where_it_comes_from()
    {
        var yaml = ConfigYaml.Of(ConfigReader.Read("score:\n  cap: 900\ndependencies: { add: [needs] }\n", ".github/hotfix.yml"), isBrief: true, origins: true);

        Assert.Contains("\nscore:\n  scale: 4 # common.yaml:", yaml, StringComparison.Ordinal);
        Assert.Contains("\n  cap: 900 # .github/hotfix.yml:2\n", yaml, StringComparison.Ordinal);
        Assert.Matches(@"\n  - depends on # [a-z]+\.yaml:\d+\n  - needs # \.github/hotfix\.yml:3\n", yaml);
    }

    [Fact]
    public void The_words_of_the_language_are_left_out_where_that_is_asked_for()
    {
        var brief = ConfigYaml.Of(ConfigReader.BuiltIn("cli"), isBrief: true, origins: false);

        Assert.DoesNotContain("\ngrammar:", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("\nspellings:", brief, StringComparison.Ordinal);
        Assert.Contains("\nname: cli\n", $"\n{brief}", StringComparison.Ordinal);
        Assert.Contains("\n    weight: 100\n", brief, StringComparison.Ordinal);
    }

    private static string Json(ConfigReading reading) => JsonSerializer.Serialize(reading.Profile ?? throw new InvalidOperationException(string.Join('\n', reading.Errors)), ProfileJson.Default.Profile);
}
