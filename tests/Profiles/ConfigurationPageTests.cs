using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Profiles;

public sealed class ConfigurationPageTests
{
    private static readonly string Page = Repo.File("docs", "configuration.md");
    private static readonly string Example = File.ReadAllText(Repo.File("docs", "hotfix.example.yml"));

    /// <summary>With HOTFIX_WRITE_DOCS=1 the page is written instead.</summary>
    [Fact]
    public void The_page_says_what_the_records_say()
    {
        var page = ConfigurationPage.Write(Example);

        if (Environment.GetEnvironmentVariable("HOTFIX_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Page, page);
        }

        Assert.Equal(page, File.ReadAllText(Page));
    }

    [Fact]
    public void The_example_is_right()
    {
        var reading = ConfigReader.Read(Example, "docs/hotfix.example.yml");

        Assert.Empty(reading.Errors);
        Assert.Empty(JsonSchema.Check(ConfigSchema.Create(), YamlJson.Read(Example)));
        Assert.Equal("payments_are_sacred", reading.Profile!.Rules[0].Name);
        Assert.Equal("critical_auto_escalation", reading.Profile.Rules[1].Name);
        Assert.Equal(Span.Parse("2d"), reading.Profile.Severities[Severity.P1].FixWithin);
        Assert.Equal(["ana", "bo", "chris"], reading.Profile.Team.Rotation!.Logins);
        Assert.False(reading.Profile.Areas.ContainsKey("testing"));
    }
}
