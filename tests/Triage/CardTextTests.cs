using System.Globalization;
using Hotfix.Domain;
using Hotfix.Tests.Support;
using Hotfix.Triage;

namespace Hotfix.Tests.Triage;

public sealed class CardTextTests
{
    [Fact]
    public void Explains_itself() => Assert.Equal(
        """
        <!-- hotfix:card -->
        ### P0 critical · hotfix now

        - **Severity** P0: `crashes` in the title.
        - **Impact** feature failure: `crashes` in the title.
        - **Affected** more than half of the users: `all users` in the title.
        - **Beta-critical** × 1.5, because `extension crashes` in the title speaks of what stops a beta.
        - **Score** 1000 of 1000: (100 × 1.5 + 50) × 1.5 × 4 = 1200, capped at 1000
        - **Decision** hotfix now, by the rule `critical_auto_escalation` of the profile `browser-extension`.
        - **Next step** Somebody of the team confirms it and starts the hotfix.

        <sub>Wrong? Put the right `severity:` label on, or edit the report: it is read again.</sub>
        """,
        CardText.Of(Reports.Assess("The extension crashes for all users"), Reports.Profile),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Says_when_it_does_not_go_by_what_is_declared() => Assert.Equal(
        """
        <!-- hotfix:card -->
        ### P3 low · batch

        - **Severity** P3: `wrong color` in the title.
        - **Declared against found** declared P0 (`CRITICAL` in the title), found P3. They are more than one step apart, so what was found counts.
        - **Impact** cosmetic: `wrong color` in the title.
        - **Affected** not stated.
        - **Score** 80 of 1000: (25 × 0.8 + 0) × 4 = 80
        - **Decision** batch, by the rule `batch_processing` of the profile `browser-extension`.
        - **Next step** It is looked at in the review that is held every day, 10 reports at a time.

        <sub>Wrong? Put the right `severity:` label on, or edit the report: it is read again.</sub>
        """,
        CardText.Of(Reports.Assess("CRITICAL!!! wrong color in the header"), Reports.Profile),
        ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("The extension crashes for all users since the update", "Every time I open the popup it is gone. Restarting the browser does not help.")]
    [InlineData("CRITICAL!!! the icon is one pixel too low", "Look at it!!!")]
    [InlineData("it is broken", "")]
    public void Stands_in_the_README_as_it_is(string title, string body)
    {
        var card = CardText.Of(Reports.Assess(title, body), Reports.Profile).Split('\n').Skip(1).Select(line => $"> {line}".TrimEnd());

        Assert.Contains(string.Join('\n', card), File.ReadAllText(Repo.File("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_in_GitHub_s_words_why_it_started_no_run_and_neither_pings_nor_renders_them()
    {
        var run = new WorkflowRun(0, 1, new string('a', 40), RunStanding.Refused, default, "", "Ask @org/team <img src=x onerror=alert(1)> about `inputs`, see #1.");

        Assert.Equal("GitHub did not start it: `Ask @org/team <img src=x onerror=alert(1)> about 'inputs', see #1.`", Sentences.Run(run));
        Assert.Equal("GitHub did not start it.", Sentences.Run(run with { Why = null }));
    }

    [Fact]
    public void Says_who_is_on_it_and_by_when()
    {
        var process = new TeamProcess(Reports.Profile, new Dictionary<string, string> { ["critical_auto_escalation"] = "https://github.com/acme/extension/blob/HEAD/.github/hotfix.yml#L12" });
        var card = CardText.Of(Known("The extension crashes for all users", "Blocked by #12."), process).Split('\n').Skip(1).Select(line => $"> {line}".TrimEnd());

        Assert.Contains(string.Join('\n', card), File.ReadAllText(Repo.File("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20T14:00:00Z", "2026-11-20T13:00:00Z", null, null, "**Responded** 2026-11-20 13:00 UTC, in time: it was due 2026-11-20 14:00 UTC.")]
    [InlineData("2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", null, null, "**Responded** 2026-11-20 15:00 UTC, late: it was due 2026-11-20 14:00 UTC.")]
    [InlineData(null, null, "Store", 90, "**Respond by** the clock stands still, waiting for the store; 1 h 30 min are left.")]
    [InlineData(null, null, "Issue", -61, "**Respond by** the clock stands still, waiting for another issue; it was overdue by 1 h 1 min then.")]
    [InlineData(null, null, null, 90, "**Respond by** the clock stopped when the issue was closed.")]
    [InlineData(null, null, null, null, "**Respond by** never: the calendar has no working hours left.")]
    [InlineData("2026-11-20T14:00:00Z", null, null, null, "**Respond by** 2026-11-20 14:00 UTC.")]
    public void Says_where_a_clock_stands(string? due, string? met, string? reason, int? minutesLeft, string sentence) =>
        Assert.Equal(sentence, Sentences.Deadline(new(DeadlineKind.Respond, Time(due), Time(met), reason is null ? null : Enum.Parse<PauseReason>(reason), minutesLeft is { } minutes ? TimeSpan.FromMinutes(minutes) : null)));

    [Fact]
    public void Asks_the_one_question_that_would_decide() => Assert.Equal(
        """
        <!-- hotfix:card -->
        ### Needs information

        Thank you for writing. What did you do, and what happened then that should not have? One sentence is enough: answer here, and the report is read again.

        <sub>Wrong? Put a `severity:` label on, and it is treated as a bug.</sub>
        """,
        CardText.Of(Reports.Assess("Help"), Reports.Profile),
        ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("a `b` c", "`a 'b' c`")]
    [InlineData("@everyone fixes #1", "`@everyone fixes #1`")]
    [InlineData("line\r\nbreak\u2028and\u0000more", "`line break and more`")]
    [InlineData("\u202Eright to left\u200B", "`right to left`")]
    [InlineData("", "` `")]
    [InlineData("\uD800lone", "`lone`")]
    public void Quotes_so_that_nothing_pings_or_breaks_out(string words, string code) => Assert.Equal(code, Quote.Code(words));

    [Fact]
    public void Quotes_shortly() => Assert.Equal($"`{new string('x', 80)}…`", Quote.Code(new('x', 1000)));

    private static DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Hotfix.Domain.Hotfix Known(string title, string body)
    {
        DateTimeOffset noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        var opened = new IssueOpened(new(new(Reports.Repository, 31), new("beta-user", false), new(title, body), [], true, noon, [], noon));

        return new IssueDecision(Reports.Facts()).Decide(opened, null).Next! with { Owner = new("dana", new("dana", OwnerReason.NextAvailable, [], 1, 5), ["kim"]) };
    }
}
