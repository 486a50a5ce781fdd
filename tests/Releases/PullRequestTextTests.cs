using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Releases;
using Hotfix.Templates;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Releases;

public sealed class PullRequestTextTests
{
    private static readonly PullRequestFacts Crash = new(
        12, "[P0] The extension crashes for all users", Reports.Assess("The extension crashes for all users"), Reports.Profile, "1.0.1", "hotfix/v1.0.1/crash", "release/v1.0.0", "v1.0.0", "ana", "1.0.1");

    [Fact]
    public void What_ships_for_a_P0() => Assert.Equal(
        new PullRequestWritten(
            "[HOTFIX] The extension crashes for all users",
            """
            <!-- hotfix:pull-request -->
            Hotfix of #12, from `v1.0.0` to `1.0.1`. Everybody who is hit waits for this one: it holds the fix and nothing else, and whoever reviews it is asked now.

            ### Critical issue

            `[P0] The extension crashes for all users`

            - **Severity**: P0 critical: `crashes` in the title.
            - **Affected users**: more than half of the users: `all users` in the title.
            - **Impact**: feature failure: `crashes` in the title.
            - **Error rate**: not measured.

            ### Root cause

            The report names no cause.
            <!-- What caused it, since which change, and why no test saw it. -->

            ### Fix

            <!-- What this changes, and why nothing less would do. What could be done better waits for the next release. -->

            ### Testing

            - [ ] No known vulnerability of level high or worse in what the extension depends on. <!-- hotfix:testing:security_audit -->
            - [ ] The security scan passes. <!-- hotfix:testing:security_scan -->
            - [ ] Nothing is written to the page as HTML unchecked. <!-- hotfix:testing:xss_check -->
            - [ ] The manifest asks for no permission that is too broad. <!-- hotfix:testing:permission_scope -->
            - [ ] The unit tests pass, and more than 90 % of the code is covered. <!-- hotfix:testing:unit -->
            - [ ] The integration tests pass. <!-- hotfix:testing:integration -->
            - [ ] The end-to-end tests pass. <!-- hotfix:testing:e2e -->
            - [ ] The smoke test on the beta staging passes. <!-- hotfix:testing:staging_smoke_test -->

            ### Before and after

            **Before**:

            **After**:

            ### Rollback plan

            If this makes things worse, `/hotfix rollback` takes it back to `v1.0.0`.

            <!-- What a rollback leaves behind: stored data, migrations, settings. -->

            ### Checklist

            <!-- hotfix:checklist:start -->
            - [ ] Minimal changes: only the fix, no refactoring. <!-- hotfix:minimal -->
            - [ ] A regression test is added. <!-- hotfix:regression_test -->
            - [ ] All tests pass. <!-- hotfix:tests_pass -->
            - [ ] The manifest asks for no permission that it did not ask for before. <!-- hotfix:permissions -->
            - [ ] Somebody other than its author has reviewed it. <!-- hotfix:reviewed -->
            - [ ] The root cause is written down. <!-- hotfix:root_cause -->
            - [ ] The rollback plan is written. <!-- hotfix:rollback_plan -->
            - [ ] Nothing that identifies a user is sent. <!-- hotfix:privacy_audit -->
            <!-- hotfix:checklist:end -->

            ### Deployment notes

            - It is released as `1.0.1`, in the store as `1.0.1`.
            - It is made on `hotfix/v1.0.1/crash` and goes to `release/v1.0.0`; `ana` is on it.

            <!-- Migrations, settings, permissions, and what has to happen in which order. -->

            """.ReplaceLineEndings("\n"),
            null),
        PullRequestText.Write(BuiltInTemplates.Text("hotfix-p0")!, Crash));

    /// <summary>Every profile's templates ship, have every heading of the issue, and are written whole.</summary>
    [Theory]
    [InlineData("browser-extension", "hotfix-p0, hotfix-p1, hotfix, hotfix")]
    [InlineData("cli", "hotfix-p0, hotfix-p1, hotfix, hotfix")]
    [InlineData("web-service", "hotfix-p0, hotfix, hotfix, hotfix")]
    [InlineData("appliance", "hotfix-p0, hotfix-p1, hotfix, hotfix")]
    public void Every_profile_has_its_templates(string name, string templates)
    {
        var profile = ProfileReader.BuiltIn(name);
        var severities = Enum.GetValues<Severity>().Order().ToList();

        Assert.Equal(templates, string.Join(", ", severities.Select(severity => PullRequestText.TemplateOf(profile, severity))));
        Assert.All(severities, severity =>
        {
            var written = PullRequestText.Write(BuiltInTemplates.Text(PullRequestText.TemplateOf(profile, severity))!, Crash with { Profile = profile, Assessment = Crash.Assessment with { Severity = severity } });

            Assert.Null(written.Refusal);
            Assert.StartsWith("[HOTFIX] The", written.Title, StringComparison.Ordinal);
            Assert.Equal(
                ["### Critical issue", "### Root cause", "### Fix", "### Testing", "### Before and after", "### Rollback plan", "### Checklist", "### Deployment notes"],
                written.Text!.Split('\n').Where(line => line.StartsWith('#')));
            Assert.All(["- **Severity**: ", "- **Affected users**: ", "- **Impact**: ", "- **Error rate**: "], word => Assert.Contains(word, written.Text, StringComparison.Ordinal));
            Assert.Matches("(?s)### Testing\n\n- \\[ \\] .+<!-- hotfix:checklist:start -->\n- \\[ \\] .+\n<!-- hotfix:checklist:end -->", written.Text);
        });
    }

    [Fact]
    public void What_is_not_known_is_said_so() => Assert.Equal(
        "what is released, nobody, none, not measured., none.",
        Text("{from}, {owner}, {store_version}, {error_rate}, {severity}{testing}", Crash with { From = null, Owner = null, Store = null, Assessment = Crash.Assessment with { Severity = null } }));

    [Fact]
    public void What_is_known_is_there() => Assert.Equal(
        "12 `1.0.1` `b` `main` 1000 of 1000 `browser-extension` 7 % It is released as `1.0.1`. The report names a cause: `null in popup`.",
        Text("{issue} {version} {branch} {base} {score} {profile} {error_rate} {release} {cause}", Crash with { Branch = "b", Base = "main", Store = null, ErrorRate = "7 %", Assessment = Crash.Assessment with { Cause = new("null in popup", Place.Body) } }));

    /// <summary>A P1 is tested as a P0 and more; what is needed only at times says when.</summary>
    [Fact]
    public void Tests_and_boxes_are_the_profile_s()
    {
        var cli = ProfileReader.BuiltIn("cli");
        var text = Text("{testing}", Crash with { Profile = cli, Assessment = Crash.Assessment with { Severity = Severity.P1 } });

        Assert.Equal(["unit_tests", "reproduction", "smoke_test", "platform", "test_suite", "related_regression", "platforms", "beta_testers"], text.Split('\n').Select(line => line.Split("hotfix:testing:")[1].Split(' ')[0]));
        Assert.Contains("- [ ] Tests on the platform. (When: the bug is of one platform.) <!-- hotfix:testing:platform -->", text, StringComparison.Ordinal);
        Assert.Equal("- [ ] Tested: full. <!-- hotfix:testing:depth -->", Text("{testing}", Crash with { Profile = cli, Assessment = Crash.Assessment with { Severity = Severity.P2 } }));
    }

    [Fact]
    public void A_box_of_another_severity_is_left_out()
    {
        var rules = Reports.Profile.PullRequest with { Checklist = [new("a", "A.", null, null, [Severity.P1], null, [], null), new("b", "B.", null, null, [Severity.P0], null, [], null)] };

        Assert.Equal("- [ ] B. <!-- hotfix:b -->", Text("{checklist}", Crash with { Profile = Reports.Profile with { PullRequest = rules } }));
    }

    [Theory]
    [InlineData("Ours\n", "<!-- hotfix:pull-request -->\nOurs\n\n### Checklist\n\n<!-- hotfix:checklist:start -->\n\n<!-- hotfix:checklist:end -->\n")]
    [InlineData("\uFEFFOurs\r\nTwo", "<!-- hotfix:pull-request -->\nOurs\nTwo\n\n### Checklist\n\n<!-- hotfix:checklist:start -->\n\n<!-- hotfix:checklist:end -->\n")]
    [InlineData("<!-- hotfix:pull-request -->\n<!-- hotfix:checklist:start -->\n<!-- hotfix:checklist:end -->", "<!-- hotfix:pull-request -->\n<!-- hotfix:checklist:start -->\n<!-- hotfix:checklist:end -->\n")]
    [InlineData("", "<!-- hotfix:pull-request -->\n\n\n### Checklist\n\n<!-- hotfix:checklist:start -->\n\n<!-- hotfix:checklist:end -->\n")]
    public void A_team_s_own_gets_the_marks_it_has_not(string template, string text) =>
        Assert.Equal(text, PullRequestText.Write(template, Bare(Crash)).Text);

    [Fact]
    public void A_team_s_own_gets_the_headings_that_the_profile_asks_for() => Assert.Equal(
        "<!-- hotfix:pull-request -->\n## FIX\n\n**Impact**: none\n\n### Root cause\n\n### Checklist\n\n<!-- hotfix:checklist:start -->\n\n<!-- hotfix:checklist:end -->\n",
        PullRequestText.Write("## FIX\n\n**Impact**: none\n", Bare(Crash, "Root cause", "Impact", "Fix", "Checklist")).Text);

    [Theory]
    [InlineData("a\n{verison}", "The pull request's template has `{verison}` in it, which stands for nothing (line 2); known are `{issue}`, `{title}`, `{severity}`, `{affected}`, `{impact}`, `{error_rate}`, `{cause}`, `{score}`, `{profile}`, `{version}`, `{store_version}`, `{release}`, `{branch}`, `{base}`, `{from}`, `{owner}`, `{testing}`, `{checklist}`.")]
    [InlineData("<!-- hotfix:checklist:start -->", "The pull request's template must have `<!-- hotfix:checklist:start -->` once and below it `<!-- hotfix:checklist:end -->` once, or neither; it has the one once and the other not at all.")]
    [InlineData("<!-- hotfix:checklist:end --><!-- hotfix:checklist:start -->", "The pull request's template must have `<!-- hotfix:checklist:start -->` once and below it `<!-- hotfix:checklist:end -->` once, or neither; it has the one once and the other once, in the wrong order.")]
    [InlineData("<!-- hotfix:checklist:start --><!-- hotfix:checklist:start --><!-- hotfix:checklist:end -->", "The pull request's template must have `<!-- hotfix:checklist:start -->` once and below it `<!-- hotfix:checklist:end -->` once, or neither; it has the one twice and the other once.")]
    public void A_template_that_cannot_be_is_told(string template, string sentence) => Assert.Equal(new PullRequestWritten(null, null, sentence), PullRequestText.Write(template, Crash));

    [Fact]
    public void A_text_that_GitHub_would_not_take_is_told() => Assert.Equal(
        new PullRequestWritten(null, null, "The pull request's text would have 70109 characters, and GitHub takes 65536; its template must be shorter."),
        PullRequestText.Write(new string('a', 70_000), Bare(Crash)));

    /// <summary>A word in braces, a mark of ours, a mention: in a title they are words.</summary>
    [Fact]
    public void A_stranger_s_words_are_only_quoted()
    {
        var written = PullRequestText.Write("{title}", Bare(Crash) with { Title = "{checklist} <!-- hotfix:checklist:end --> @everyone" });

        Assert.Contains("\n`{checklist} <! -- hotfix:checklist:end --> @everyone`\n", written.Text, StringComparison.Ordinal);
        Assert.Equal("[HOTFIX] {checklist} <!-- hotfix:checklist:end --> everyone", written.Title);
    }

    [Theory]
    [InlineData("Crash on launch", "Crash on launch")]
    [InlineData("[P0] [Bug]: Crash on launch", "Crash on launch")]
    [InlineData("@everyone look, fixes #1", "everyone look, fixes 1")]
    [InlineData("fixes o/r#1 and GH-2 and https://github.com/o/r/issues/3", "fixes o/r 1 and GH 2 and github.com/o/r/issues/3")]
    [InlineData("C# crashes in f@ [skip ci] ***NO_CI*** skip-checks: true", "C# crashes in f@ (skip ci) NO_CI : true")]
    [InlineData("a\r\n\r\nCo-authored-by: b", "a Co-authored-by: b")]
    [InlineData("\u202E`x`", "'x'")]
    [InlineData("", "")]
    [InlineData("[P0]", "")]
    public void A_title_is_plain(string title, string plain) => Assert.Equal(plain, PlainTitle.Of(title));

    [Fact]
    public void A_title_without_words_has_the_version() => Assert.Equal("[HOTFIX] Hotfix 1.0.1", PullRequestText.Write("a", Crash with { Title = "[P0]" }).Title);

    [Fact]
    public void A_pinned_template_is_known_by_its_hash()
    {
        Assert.Equal(new PinnedTemplate("hotfix-p0", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), PinnedTemplate.Of("hotfix-p0", "abc"));
        Assert.Equal(".github/hotfix/hotfix-p0.md", PinnedTemplate.PathOf("hotfix-p0"));
        Assert.Null(BuiltInTemplates.Text("pull-request"));
    }

    /// <summary>The text of a template alone, without what is added to it.</summary>
    private static string Text(string template, PullRequestFacts facts) =>
        PullRequestText.Write($"{PullRequestText.ChecklistStart}{template}{PullRequestText.ChecklistEnd}", facts with { Profile = facts.Profile with { PullRequest = facts.Profile.PullRequest with { Sections = [] } } })
            .Text!.Split(PullRequestText.ChecklistStart)[1].Split(PullRequestText.ChecklistEnd)[0];

    private static PullRequestFacts Bare(PullRequestFacts facts, params string[] sections) =>
        facts with { Profile = facts.Profile with { PullRequest = facts.Profile.PullRequest with { Sections = [.. sections], Checklist = [] } } };
}
