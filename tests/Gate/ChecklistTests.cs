using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Gate.Reading;
using Hotfix.Profiles;
using Hotfix.Releases;
using Hotfix.Templates;
using Hotfix.Tests.Support;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

public sealed class ChecklistTests
{
    private const string Own = "### Why\n\nBecause of {title}.\n\n- [x] outside\n\n<!-- hotfix:checklist:start -->\n{checklist}\n- [ ] Signed. <!-- hotfix:signed approval(2, by: security) -->\n- [ ] Said why. <!-- hotfix:why filled(Why) -->\n- [ ] Has no name\n<!-- hotfix:checklist:end -->\n";

    [Fact]
    public void A_template_s_item_says_what_it_asks_for_itself_else_the_profile_does()
    {
        var body = Write(Own, "browser-extension", Severity.P0);
        var pinned = Checklist.Pin("hotfix-p0", Own, body, ProfileReader.BuiltIn("browser-extension"), Severity.P0);

        Assert.Equal(PinnedTemplate.Of("hotfix-p0", Own).Hash, pinned.Hash);
        Assert.Equal(
            ["minimal small-diff(200, 10)", "regression_test tests-changed", "tests_pass checks-green", "permissions manual", "reviewed approval(1)", "root_cause filled(Root cause)", "rollback_plan filled(Rollback plan)", "privacy_audit privacy-audit", "signed approval(2, by: security)", "why filled(Why)", "has_no_name manual"],
            pinned.Items.Select(item => $"{item.Id} {item.Evidence}"));
        Assert.Equal("Has no name", pinned.Items[^1].Text);
        Assert.Equal(["Root cause", "Rollback plan", "Why"], pinned.Sections.Select(section => section.Heading));
        Assert.Equal("Because of `The tool crashes`.", pinned.Sections[^1].Text.Split('\n')[2]);
    }

    /// <summary>Every profile's list is one that the gate understands, and its text one that the gate finds again.</summary>
    [Theory]
    [InlineData("browser-extension", 8, 12)]
    [InlineData("cli", 7, 12)]
    [InlineData("web-service", 10, 12)]
    [InlineData("appliance", 7, 9)]
    public void A_P0_gets_the_minimal_list_and_a_P1_the_standard_one(string name, int minimal, int standard)
    {
        var profile = ProfileReader.BuiltIn(name);

        Assert.Equal([minimal, standard], new[] { Severity.P0, Severity.P1 }.Select(severity =>
        {
            var template = BuiltInTemplates.Text(PullRequestText.TemplateOf(profile, severity))!;
            var body = Write(template, name, severity);
            var pinned = Checklist.Pin("hotfix", template, body, profile, severity);
            var verdict = Judging.Judge(Facts with { Profile = profile, Severity = severity, Fix = Facts.Fix with { Template = pinned }, Pull = Facts.Pull with { Body = body } });

            Assert.Empty(verdict.Problems);
            Assert.All(pinned.Items, item => Assert.NotNull(EvidenceReader.Read(item.Evidence).Call));
            Assert.DoesNotContain(verdict.Items, item => item.Finding.Standing is ItemStanding.Broken || item.Finding.Says.Contains("is gone", StringComparison.Ordinal));
            Assert.False(verdict.IsGreen);

            return pinned.Items.Count;
        }));
    }

    private static string Write(string template, string name, Severity severity)
    {
        var assessment = Reports.Assess("The tool crashes") with { Severity = severity };

        return PullRequestText.Write(template, new(12, "The tool crashes", assessment, ProfileReader.BuiltIn(name), "1.0.1", "hotfix/v1.0.1", "release/v1.0.0", "v1.0.0", "ana")).Text!;
    }
}
