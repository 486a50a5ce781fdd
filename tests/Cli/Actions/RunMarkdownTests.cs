using Hotfix.Cli.Actions;

namespace Hotfix.Tests.Cli.Actions;

/// <summary>What stands on a run's summary page: others' words are shown there, and do nothing.</summary>
public sealed class RunMarkdownTests
{
    [Fact]
    public void Others_words_ping_nobody_and_are_no_markup()
    {
        var state = State(new StepCheck("build", "build", "failure", 3, "@team <img src=x> [here](https://evil.example) | `x` **loud**"));

        Assert.Equal(
            """
            ### Hotfix `1.2.4`: failure

            **build** failed: &#64;team &lt;img src=x&gt; \[here\](https://evil.example) \| \`x\` \*\*loud\*\*

            | step | | what | seconds |
            | --- | --- | --- | ---: |
            | build | ❌ failure | &#64;team &lt;img src=x&gt; \[here\](https://evil.example) \| \`x\` \*\*loud\*\* | 3 |

            - **Nothing was published.** Run it again when the cause is gone.

            """.ReplaceLineEndings("\n"),
            RunMarkdown.Of(RunReporting.Of(state), state));
    }

    [Fact]
    public void A_run_that_did_not_come_to_its_end_was_cancelled() => Assert.Equal("cancelled", RunReporting.Of(State() with { Complete = false }).Result);

    [Theory]
    [InlineData("failure", "failure", "rapid build")]
    [InlineData("success", "success", null)]
    public void A_job_that_failed_after_what_it_reported_is_a_failure(string job, string result, string? failed)
    {
        var told = """{"result":"success","checks":[{"name":"build","kind":"build","conclusion":"success"}],"artifacts":[]}""";
        var report = RunReporting.Of(State() with { Needs = new Dictionary<string, NeededJob> { ["rapid_build"] = new(job, new() { ["report"] = told }) } });

        Assert.Equal((result, failed), (report.Result, report.FailedStep));
    }

    [Theory]
    [InlineData("""{"result":"x"}""")]
    [InlineData("""{"result":"x","checks":[{"name":null}],"artifacts":[]}""")]
    [InlineData("""{"result":"x","checks":[null],"artifacts":[]}""")]
    [InlineData("seven")]
    public void What_another_job_calls_its_report_is_passed_over(string output) =>
        Assert.Equal(["lint"], RunReporting.Of(State() with { Needs = new Dictionary<string, NeededJob> { ["lint"] = new("success", new() { ["report"] = output }) } }).Checks.Select(check => check.Name));

    [Fact]
    public void A_package_that_one_job_made_and_another_released_is_told_once_with_its_address()
    {
        var (made, released) = ("""{"result":"success","checks":[],"artifacts":[{"name":"a.zip","sha256":"1","bytes":1}]}""", """{"result":"success","checks":[],"artifacts":[{"name":"a.zip","sha256":"1","bytes":1,"url":"https://example.com/a.zip"}]}""");
        var state = State() with { Needs = new Dictionary<string, NeededJob> { ["build"] = new("success", new() { ["report"] = made }), ["release"] = new("success", new() { ["report"] = released }) } };

        Assert.Equal([new RunFile("a.zip", "1", 1, "https://example.com/a.zip")], RunReporting.Of(state).Artifacts);
    }

    [Fact]
    public void A_long_job_s_name_is_cut_to_what_the_App_takes() =>
        Assert.Equal(80, Assert.Single(RunReporting.Of(State() with { Needs = new Dictionary<string, NeededJob> { [new('j', 100)] = new("success") } }).Checks).Name.Length);

    [Fact]
    public void The_stores_words_stand_for_the_step_that_published()
    {
        var state = State(new StepCheck("publish", "Chrome Web Store", "success", 1, "1.2.4 is with the store.")) with { Store = new("submitted", "PENDING_REVIEW", "1.2.4", null, "abc", "https://example.com/abc", "1.2.4 is submitted.", null) };

        Assert.Equal("1.2.4 is submitted.", RunReporting.Of(state).Checks[0].Summary);
        Assert.Contains("- **Store** [abc](https://example.com/abc): 1.2.4 is `PENDING_REVIEW`.", RunMarkdown.Of(RunReporting.Of(state), state), StringComparison.Ordinal);
    }

    private static RunState State(params StepCheck[] checks) => new("/nowhere", new(["version=1.2.4", "channel=beta", "dry_run=false"]), checks, Complete: true, [], null, null, null, new Dictionary<string, NeededJob>());
}
