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
        - **Next step** Somebody of the team confirms it and starts the hotfix; the clock is two hours.

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
        - **Next step** It is looked at in the daily review, with the other reports of its kind.

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
}
