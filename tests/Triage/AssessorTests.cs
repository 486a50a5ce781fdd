using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Triage;

/// <summary>What words make of a report, one at a time; whole reports are in CorpusTests.</summary>
public sealed class AssessorTests
{
    [Theory]
    [InlineData("Security hole in the popup", "P0", "Security")]
    [InlineData("XSS in the prompt field", "P0", "Security")]
    [InlineData("HTML injection through the title", "P0", "Security")]
    [InlineData("Unauthorized access to other projects", "P0", "Security")]
    [InlineData("A vulnerability in the login", "P0", "Security")]
    [InlineData("My chats are lost", "P0", "DataLoss")]
    [InlineData("All my projects were deleted by the update", "P0", "DataLoss")]
    [InlineData("The export is corrupted", "P0", "DataLoss")]
    [InlineData("The extension crashes", "P0", "FeatureFailure")]
    [InlineData("It crashes when I export", "P1", "FeatureFailure")]
    [InlineData("Cannot install the extension", "P0", "FeatureFailure")]
    [InlineData("Download fails", "P1", "FeatureFailure")]
    [InlineData("Network returns an error when saving", "P1", "FeatureFailure")]
    [InlineData("Timeout when saving", "P1", "FeatureFailure")]
    [InlineData("Permission was denied", "P1", "FeatureFailure")]
    [InlineData("The list is slow", "P2", "Performance")]
    [InlineData("High CPU while idle", "P2", "Performance")]
    [InlineData("The wrong color in the header", "P3", "UiCosmetic")]
    [InlineData("The alignment of the button is off", "P3", "UiCosmetic")]
    [InlineData("The list shows an incorrect total", "P2", "FeatureFailure")]
    public void Severity_and_impact_of_a_claim(string title, string severity, string impact)
    {
        var assessment = Reports.Assess(title);

        Assert.Equal((Kind.Bug, severity, impact), (assessment.Kind.Value, $"{assessment.Severity}", $"{assessment.Impact.Value}"));
    }

    [Theory]
    [InlineData("[P1] The list shows an incorrect total", "", "P1")]
    [InlineData("high: the list shows an incorrect total", "", "P1")]
    [InlineData("The popup crashes", "**Severity**: P0 (or P1)", "P0")]
    [InlineData("The list shows an incorrect total", "Severity: high", "P1")]
    [InlineData("The list shows an incorrect total", "### Severity\r\n\r\nLow - Enhancement\r\n\r\n### Steps", "P3")]
    public void Severity_as_the_reporter_states_it(string title, string body, string severity)
    {
        var assessment = Reports.Assess(title, body);

        Assert.Equal((severity, SeveritySource.Declared), ($"{assessment.Severity}", assessment.Source));
    }

    [Fact]
    public void A_stated_severity_far_from_what_is_found_is_shown_and_does_not_count()
    {
        var assessment = Reports.Assess("CRITICAL!!! wrong color in the header");

        Assert.Equal((Severity.P0, Severity.P3, Severity.P3), (assessment.Declared!.Value, assessment.Found!.Value, assessment.Severity));
    }

    [Fact]
    public void A_label_outranks_the_text() => Assert.Equal(SeveritySource.Person, Reports.Assess("The extension crashes", "Severity: P0", Severity.P3).Source);

    [Theory]
    [InlineData("No crash, and no data was lost")]
    [InlineData("It doesn't crash any more")]
    [InlineData("The crash is gone since 1.2")]
    [InlineData("The crash was fixed, thank you")]
    [InlineData("Would it delete all my chats?")]
    [InlineData("My mail client crashes")]
    [InlineData("I am worried that it might delete my chats")]
    [InlineData("Does it crash, or not?")]
    [InlineData("Is it safe, or are all my chats deleted, if I log out?")]
    [InlineData("It never failed")]
    public void What_is_denied_over_asked_or_somebody_elses_is_no_claim(string title) => Assert.Null(Reports.Assess(title).Severity);

    [Theory]
    [InlineData("80% of users see the crash", "Widespread")]
    [InlineData("50 % of our users see the crash", "Common")]
    [InlineData("The popup crashes for 20% of users", "Occasional")]
    [InlineData("3.5 % of customers see a crash", "Rare")]
    [InlineData("The popup crashes on 2 of 5 machines", "Common")]
    [InlineData("The popup crashes for all users", "Widespread")]
    [InlineData("It often crashes", "Common")]
    [InlineData("It sometimes crashes", "Occasional")]
    [InlineData("The popup crashes for me only", "Rare")]
    [InlineData("The progress bar hangs at 80%", "Unknown")]
    [InlineData("The popup crashes", "Unknown")]
    public void Frequency_by_share_or_word(string title, string frequency) => Assert.Equal(frequency, $"{Reports.Assess(title).Frequency.Value}");

    [Theory]
    [InlineData("I cannot install it", true, false)]
    [InlineData("the extension crashes at start", true, false)]
    [InlineData("ChatGPT not working", true, false)]
    [InlineData("all features broken", true, false)]
    [InlineData("create project fails", false, true)]
    [InlineData("custom instructions are ignored", false, true)]
    [InlineData("new chat fails", false, true)]
    [InlineData("send prompt hangs", false, true)]
    [InlineData("image generation hangs", false, true)]
    [InlineData("cannot download images", false, true)]
    public void What_stops_a_beta_and_what_is_core(string title, bool beta, bool core)
    {
        var assessment = Reports.Assess(title);

        Assert.Equal((beta, core), (assessment.BetaCritical is not null, assessment.CoreFeature is not null));
    }

    [Theory]
    [InlineData("The extension crashes for all users", "HotfixNow", "critical_auto_escalation")]
    [InlineData("The extension crashes", "Review", null)]
    [InlineData("Create project sometimes fails", "HotfixLikely", "high_priority_fast_track")]
    [InlineData("The menu fails", "Review", null)]
    [InlineData("The color of the button is wrong", "Batch", "batch_processing")]
    [InlineData("Dark mode please", "NotABug", null)]
    [InlineData("Help", "NeedsInfo", null)]
    public void The_first_rule_that_fits_decides(string title, string decision, string? rule)
    {
        var assessment = Reports.Assess(title);

        Assert.Equal((decision, rule), ($"{assessment.Decision}", assessment.Rule));
    }

    [Theory]
    [InlineData("```\nIt crashes\n```")]
    [InlineData("~~~ log\nIt crashes\n~~~~")]
    [InlineData("    It crashes")]
    [InlineData("> it crashes")]
    [InlineData("see `crash()`")]
    [InlineData("<!-- does it crash? -->")]
    [InlineData("see https://example.com/crash for more")]
    [InlineData("![crash](x.png) [log](crash.txt)")]
    [InlineData("thanks @crash-team")]
    [InlineData("the button \"Crash\"")]
    [InlineData("the scrashed word")]
    public void What_is_no_claim_does_not_make_it_critical(string body) => Assert.NotEqual(Severity.P0, Reports.Assess("The list shows an incorrect total", body).Severity);

    [Fact]
    public void A_workaround_and_a_regression_are_seen()
    {
        var assessment = Reports.Assess("Saving fails since the update", "Restarting the browser helps.");

        Assert.Equal((Severity.P2, "Restarting the browser helps", "since the update"), (assessment.Severity, assessment.Workaround?.Words, assessment.Regression?.Words));
    }

    [Fact]
    public void Keeps_the_words_it_rests_on() =>
        Assert.Equal(new Finding<Severity>(Severity.P0, new Evidence("Crashes", Place.Body)), Reports.Assess("Hello", "First line.\nIt Crashes on start. Twice.").Found);

    [Theory]
    [InlineData("[")]
    [InlineData("[](")]
    [InlineData("*a ")]
    [InlineData("> ")]
    [InlineData("<a ")]
    [InlineData("`a``")]
    [InlineData("\"a ")]
    [InlineData("crash ")]
    [InlineData("no crash when ")]
    [InlineData("crash\n")]
    [InlineData("- a\n  ")]
    [InlineData("<!--")]
    [InlineData("can't can't can't ")]
    public void Whatever_a_stranger_sends_is_read_to_the_end(string piece) =>
        Assert.NotNull(Reports.Assess("Hello", string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length))));
}
