using Hotfix.Extension.Smoke;

namespace Hotfix.Tests.Extension.Smoke;

/// <summary>From what was seen to what is said.</summary>
public sealed class SmokeVerdictTests
{
    private static readonly SeenPart Worker = new("worker", "w.js", null, [], 0, false);
    private static readonly SeenPackage Healthy = new(null, Worker, [], []);

    [Fact]
    public void A_healthy_one_passes_each_check() => Assert.Equal(
        [new("load", true, "Chrome 156 loads the package."), new("worker", true, "w.js starts without an error."), new("popup", true, "p.html opens without an error.")],
        Of(Healthy with { Pages = [new("popup", "p.html", null, [], 0, WasOffline: true)] }));

    [Fact]
    public void What_the_browser_refuses_is_one_check() =>
        Assert.Equal([new("load", false, "Chrome 156 does not load the package: Manifest is not valid JSON.")], Of(SeenPackage.Refused("Manifest is not valid JSON")));

    [Fact]
    public void Errors_are_told_with_their_place_and_only_the_first_of_many()
    {
        var errors = Enumerable.Range(1, 4).Select(number => new SeenError($"Error: {number}\n    at f (x.js:1:1)\n    at g", number == 1 ? "x.js:7" : null)).ToList();

        Assert.Equal("w.js: Error: 1 (x.js:7); Error: 2; Error: 3; and 3 more", Of(Healthy with { Worker = Worker with { Errors = errors, Unlisted = 2 } })[1].Summary);
    }

    [Fact]
    public void A_failure_says_what_was_said_and_what_the_network_has_to_do_with_it() => Assert.Equal(
        new("worker", false, "w.js ended while it started. It said: Oh (It asked the network, which it is kept from; --online lets it.)"),
        Of(Healthy with { Worker = Worker with { Failure = "ended while it started", Errors = [new("Oh", null)], WasOffline = true } })[1]);

    [Fact]
    public void Storage_is_judged_only_where_both_could_be_read()
    {
        Assert.Equal(new("storage", true, "1 and 0"), Of(Healthy, Healthy with { Stored = [new("a", "b", "1")] })[^1]);
        Assert.Equal(
            new("storage", true, "0 and 0 The last release was not well itself: w.js ended while it started."),
            Of(Healthy, Healthy with { Worker = Worker with { Failure = "ended while it started" } })[^1]);
        Assert.Equal("The browser does not load the last release, so nothing can be compared: Too old.", Failure(Healthy, SeenPackage.Refused("Too old")));
        Assert.Equal("What the last release stored could not be read, so nothing can be compared.", Failure(Healthy, Healthy with { Stored = null }));
        Assert.Equal("What is stored after the update could not be read.", Failure(Healthy with { Stored = null }, Healthy));
    }

    [Theory]
    [InlineData("::error::x", ": :error: :x")]
    [InlineData(":::", ": : :")]
    [InlineData("##[error]x", "# #[error]x")]
    [InlineData("a\r\nb\u2028c", "a b c")]
    [InlineData("\u001b[2J\u202e", "\\u001b[2J\\u202e")]
    [InlineData("Error: a\n    at b\n    at c", "Error: a")]
    public void An_extensions_words_are_no_command_to_anybody(string said, string shown) => Assert.Equal(shown, SafeText.Of(said));

    [Fact]
    public void Long_words_are_cut() => Assert.Equal(301, SafeText.Of(new string('x', 10_000)).Length);

    private static string Failure(SeenPackage now, SeenPackage last) => Of(now, last)[^1] is { Passed: false } check ? check.Summary : "passed";

    private static IReadOnlyList<SmokeCheck> Of(SeenPackage now, SeenPackage? last = null) =>
        SmokeVerdict.Of("Chrome 156", last, now, (before, after) => new("storage", true, $"{before.Count} and {after.Count}"));
}
