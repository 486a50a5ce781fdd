using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

public sealed class OriginsTests
{
    private static readonly Origins Origins = ConfigReader.Read(
        """
        score:
          cap: 900
        rules:
          prepend:
            - name: mine
              decision: hotfix_now
              score_at_least: 850
        spellings: { "v1.2": version }
        bots: [renovate, dependabot]
        """,
        ".github/hotfix.yml").Origins;

    [Theory]
    [InlineData("score.cap", ".github/hotfix.yml:2:8")]
    [InlineData("score", ".github/hotfix.yml:1:1")]
    [InlineData("rules[mine]", ".github/hotfix.yml:5:7")]
    [InlineData("rules[mine].score_at_least", ".github/hotfix.yml:7:23")]
    [InlineData("rules[#0].decision", ".github/hotfix.yml:6:17")]
    [InlineData("rules[mine].assign", ".github/hotfix.yml:5:7")]
    [InlineData("spellings[v1.2]", ".github/hotfix.yml:8:22")]
    [InlineData("bots[dependabot]", ".github/hotfix.yml:9:18")]
    [InlineData("nothing.of.the.kind", ".github/hotfix.yml:1:1")]
    [InlineData("", ".github/hotfix.yml:1:1")]
    [InlineData("bots[", ".github/hotfix.yml:9:1")]
    public void Says_where_a_value_comes_from(string path, string place) => Assert.Equal(place, Text(path));

    [Theory]
    [InlineData("score.scale", "common", "  scale: 4")]
    [InlineData("rules[batch_processing]", "browser-extension", "  - name: batch_processing")]
    [InlineData("rules[batch_processing].score_below", "browser-extension", "    score_below: 600")]
    [InlineData("severities.P2.weight", "common", "    weight: 50")]
    [InlineData("checklists[hotfix].items[create_branch].text", "browser-extension", "      - { id: create_branch, phase: branch, text: Create the hotfix branch. }")]
    [InlineData("dependencies", "english", "dependencies: [blocked by, depends on]")]
    public void Or_from_which_line_of_the_profile_that_is_extended(string path, string file, string line)
    {
        var place = Origins.Of(path);

        Assert.Equal(BuiltIns.FileOf(file), place.Source);
        Assert.Equal(line, BuiltIns.Text(file)!.Split('\n')[place.Line - 1]);
    }

    private static string Text(string path) => Origins.Of(path) is var place ? $"{place.Source}:{place.Line}:{place.Column}" : "";
}
