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

        - **Severity** P0: `crashes` in the title is a word for critical.
        - **Impact** not stated.
        - **Affected** more than half of the users: `all users` in the title.
        - **Beta-critical** × 1.5, because `extension crashes` in the title stops a beta.
        - **Score** 900 of 1000: (100 × 1 + 50) × 1.5 × 4 = 900
        - **Decision** hotfix now, by the rule `critical_auto_escalation` of the profile `browser-extension`.
        - **Next step** Somebody of the team confirms it and starts the hotfix; the clock is two hours.

        <sub>Wrong? Put the right `severity:` label on, or edit the report: it is read again.</sub>
        """,
        CardText.Write(Reports.Assess("The extension crashes for all users"), Reports.Profile),
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
