using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Triage;

/// <summary>What the words of seeds/000 make of a report.</summary>
public sealed class AssessorTests
{
    [Theory]
    [InlineData("Security hole in the popup", "P0")]
    [InlineData("XSS in the prompt field", "P0")]
    [InlineData("HTML injection through the title", "P0")]
    [InlineData("Unauthorized access to other projects", "P0")]
    [InlineData("It crashes", "P0")]
    [InlineData("The download feature sometimes just fails", "P1")]
    [InlineData("Network returns an error", "P1")]
    [InlineData("Timeout when saving", "P1")]
    [InlineData("Permission was denied", "P1")]
    [InlineData("The button is not aligned", "P2")]
    public void Severity_by_keyword(string title, string severity) =>
        Assert.Equal((Enum.Parse<Severity>(severity), title == "The button is not aligned" ? SeveritySource.Otherwise : SeveritySource.Keywords), Read(title));

    [Theory]
    [InlineData("[P1] Popup is empty", "", "P1")]
    [InlineData("critical: popup is empty", "", "P0")]
    [InlineData("Popup is empty", "**Severity**: P0 (or P1)", "P0")]
    [InlineData("Popup is empty", "Severity: high", "P1")]
    [InlineData("Popup is empty", "### Severity\r\n\r\nLow - Enhancement\r\n\r\n### Steps", "P3")]
    [InlineData("The extension crashes", "Severity: medium", "P2")]
    public void Severity_as_the_reporter_states_it(string title, string body, string severity)
    {
        var assessment = Reports.Assess(title, body);

        Assert.Equal((Enum.Parse<Severity>(severity), SeveritySource.Declared), (assessment.Severity.Value, assessment.Source));
    }

    [Fact]
    public void A_label_outranks_the_text() => Assert.Equal(SeveritySource.Label, Reports.Assess("The extension crashes", "Severity: P0", Severity.P3).Source);

    [Theory]
    [InlineData("the xss comes back", "Security")]
    [InlineData("a vulnerability", "Security")]
    [InlineData("storage is full", "DataLoss")]
    [InlineData("my chats are lost", "DataLoss")]
    [InlineData("projects were deleted", "DataLoss")]
    [InlineData("corrupted export", "DataLoss")]
    [InlineData("search is not working", "FeatureFailure")]
    [InlineData("saving fails", "FeatureFailure")]
    [InlineData("an error appears", "FeatureFailure")]
    [InlineData("the menu is broken", "FeatureFailure")]
    [InlineData("it is slow", "Performance")]
    [InlineData("too much memory", "Performance")]
    [InlineData("high cpu", "Performance")]
    [InlineData("wrong color", "UiCosmetic")]
    [InlineData("alignment is off", "UiCosmetic")]
    [InlineData("styling of the button", "UiCosmetic")]
    [InlineData("hello", "None")]
    [InlineData("it is slow and the color is wrong and my notes are lost", "DataLoss")]
    public void Impact_by_keyword_the_worst_first(string title, string impact) => Assert.Equal(Enum.Parse<Impact>(impact), Reports.Assess(title).Impact.Value);

    [Theory]
    [InlineData("80% of users see it", "Widespread")]
    [InlineData("50 % of our users see it", "Common")]
    [InlineData("20% of users", "Occasional")]
    [InlineData("3.5 % of customers", "Rare")]
    [InlineData("it happens for all users", "Widespread")]
    [InlineData("it often happens", "Common")]
    [InlineData("sometimes", "Occasional")]
    [InlineData("for me only", "Rare")]
    [InlineData("the bar stops at 80%", "Unknown")]
    [InlineData("it happens", "Unknown")]
    public void Frequency_by_share_or_word(string title, string frequency) => Assert.Equal(Enum.Parse<Frequency>(frequency), Reports.Assess(title).Frequency.Value);

    [Theory]
    [InlineData("I cannot install it", true, false)]
    [InlineData("the extension crashes at start", true, false)]
    [InlineData("ChatGPT not working", true, false)]
    [InlineData("all features broken", true, false)]
    [InlineData("I cannot create a project", false, false)]
    [InlineData("create project does nothing", false, true)]
    [InlineData("custom instructions vanish", false, true)]
    [InlineData("new chat is empty", false, true)]
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
    [InlineData("The extension crashes for me only", "Review", null)]
    [InlineData("Severity: high. Create project fails sometimes", "HotfixLikely", "high_priority_fast_track")]
    [InlineData("Severity: high. The menu is broken", "Review", null)]
    [InlineData("The color of the button is wrong", "Batch", "batch_processing")]
    [InlineData("Severity: low. A typo", "Batch", "batch_processing")]
    public void The_first_rule_that_fits_decides(string title, string decision, string? rule)
    {
        var assessment = Reports.Assess(title, title);

        Assert.Equal((Enum.Parse<Decision>(decision), rule), (assessment.Decision, assessment.Rule));
    }

    [Theory]
    [InlineData("```\ncrash\n```")]
    [InlineData("~~~ log\ncrash\n~~~~")]
    [InlineData("    crash")]
    [InlineData("> it crashes")]
    [InlineData("see `crash()`")]
    [InlineData("<!-- does it crash? -->")]
    [InlineData("see https://example.com/crash for more")]
    [InlineData("![crash](x.png) [log](crash.txt)")]
    [InlineData("thanks @crash-team")]
    [InlineData("the scrashed word")]
    public void What_is_no_claim_counts_for_nothing(string body) => Assert.Equal(SeveritySource.Otherwise, Reports.Assess("Hello", body).Source);

    [Fact]
    public void Keeps_the_words_it_rests_on() =>
        Assert.Equal(new Finding<Severity>(Severity.P0, new Evidence("Crashed", Place.Body)), Reports.Assess("Hello", "First line.\nIt Crashed. Twice.").Severity);

    private static (Severity, SeveritySource) Read(string title) => Reports.Assess(title) is var assessment ? (assessment.Severity.Value, assessment.Source) : default;
}
