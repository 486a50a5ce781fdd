using System.Text;
using Hotfix.Builds.Reading;
using Hotfix.Domain;

namespace Hotfix.Tests.Builds;

public sealed class ReportReaderTests
{
    private const string Whole = """
        { "version": "1.2.4", "result": "failure", "failed_step": "unit tests", "channel": "beta", "dry_run": true, "more": [1],
          "checks": [ { "name": "npm audit", "kind": "audit", "conclusion": "success", "summary": "one\nline", "seconds": 12.5 }, { "name": "unit", "kind": "test", "conclusion": "skipped", "summary": null } ],
          "artifacts": [ { "name": "extension-1.2.4.zip", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "bytes": 123, "url": null } ],
          "release": "https://github.com/acme/extension/releases/tag/v1.2.4",
          "store": { "item": "abc", "state": "PENDING_REVIEW", "version": "1.2.4", "percentage": 5 } }
        """;

    public static TheoryData<string, string> Wrong => new()
    {
        { "", "The report is not JSON: line 1, byte 1." },
        { "{\n\"result\": }", "The report is not JSON: line 2, byte 11." },
        { "[]", "The report must be an object." },
        { "{}", "In the report, `result` is missing." },
        { "{\"result\":null}", "In the report, `result` is missing." },
        { "{\"result\":\"ok\"}", "In the report, `result` must be one of success, failure, cancelled." },
        { "{\"result\":\"0\"}", "In the report, `result` must be one of success, failure, cancelled." },
        { "{\"result\":1}", "In the report, `result` must be one of success, failure, cancelled." },
        { "{\"result\":\"success\",\"version\":1}", "In the report, `version` must be a text of 1 to 64 characters on one line." },
        { "{\"result\":\"success\",\"failed_step\":\"a\\nb\"}", "In the report, `failed_step` must be a text of 1 to 100 characters on one line." },
        { "{\"result\":\"success\",\"channel\":\"alpha\"}", "In the report, `channel` must be one of beta, staging, production." },
        { "{\"result\":\"success\",\"dry_run\":\"no\"}", "In the report, `dry_run` must be true or false." },
        { "{\"result\":\"success\",\"checks\":{}}", "In the report, `checks` must be a list of at most 40." },
        { "{\"result\":\"success\",\"checks\":[1]}", "In the report, `checks[0]` must be an object." },
        { "{\"result\":\"success\",\"checks\":[{\"name\":\"a\",\"kind\":\"audit\"}]}", "In the report, `checks[0].conclusion` is missing." },
        { "{\"result\":\"success\",\"checks\":[{\"name\":\"a\",\"kind\":\"scan\",\"conclusion\":\"success\"}]}", "In the report, `checks[0].kind` must be one of build, test, audit, lint, pack, sign, smoke, release, publish." },
        { "{\"result\":\"success\",\"checks\":[{\"name\":\"a\",\"kind\":\"audit\",\"conclusion\":\"success\",\"seconds\":-1}]}", "In the report, `checks[0].seconds` must be a number from 0 to 86400." },
        { "{\"result\":\"success\",\"artifacts\":[{\"name\":\"a\",\"sha256\":\"AB\",\"bytes\":1}]}", "In the report, `artifacts[0].sha256` must be a SHA-256 of 64 hexadecimal digits in small letters." },
        { "{\"result\":\"success\",\"release\":\"javascript:alert(1)\"}", "In the report, `release` must be an address like https://example.com/page, of at most 300 characters." },
        { "{\"result\":\"success\",\"release\":\"https://example.com/) [x](https://evil.example\"}", "In the report, `release` must be an address like https://example.com/page, of at most 300 characters." },
        { "{\"result\":\"success\",\"release\":\"https://ana:secret@example.com/\"}", "In the report, `release` must be an address like https://example.com/page, of at most 300 characters." },
        { "{\"result\":\"success\",\"store\":{\"item\":\"a\",\"state\":\"PUBLISHED\",\"percentage\":101}}", "In the report, `store.percentage` must be a whole number from 0 to 100." },
        { "{\"result\":\"success\",\"store\":{\"item\":\"a\"}}", "In the report, `store.state` is missing." },
        { "{\"result\":\"success\",\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}", "The report is not JSON: line 1, byte 60." },
    };

    [Fact]
    public void A_report_is_read_whole_and_what_is_not_known_is_passed_over()
    {
        var build = Read(Whole).Build;

        Assert.Equal(
            new Build(
                0, 0, "", "", default, "", BuildResult.Failure, "1.2.4", "unit tests", BuildChannel.Beta, true,
                [new("npm audit", BuildCheckKind.Audit, BuildConclusion.Success, "one line", 12.5m), new("unit", BuildCheckKind.Test, BuildConclusion.Skipped)],
                [new("extension-1.2.4.zip", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 123)],
                "https://github.com/acme/extension/releases/tag/v1.2.4",
                new("abc", "PENDING_REVIEW", "1.2.4", 5, BuildChannel.Beta)),
            build);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_one_sentence_with_its_place(string report, string sentence) => Assert.Equal(new ReportReading(null, sentence), Read(report));

    [Theory]
    [InlineData("{\"result\":\"success\",\"version\":\"1\\ud800\"}", "In the report, `version` is no Unicode text.")]
    [InlineData("{\"result\":\"success\",\"failed_step\":\"\\udc00\\ud800\"}", "In the report, `failed_step` is no Unicode text.")]
    [InlineData("{\"result\":\"\\ud800\"}", "In the report, `result` is no Unicode text.")]
    [InlineData("{\"result\":\"success\",\"release\":\"https://example.com/\\ud800\"}", "In the report, `release` is no Unicode text.")]
    [InlineData("{\"result\":\"success\",\"checks\":[{\"name\":\"a\",\"kind\":\"test\",\"conclusion\":\"success\",\"summary\":\"\u00ff\"}]}", "In the report, `checks[0].summary` is no Unicode text.")]
    [InlineData("{\"result\":\"success\",\"artifacts\":[{\"name\":\"\u00ff\",\"sha256\":\"a\",\"bytes\":1}]}", "In the report, `artifacts[0].name` is no Unicode text.")]
    public void What_is_no_Unicode_is_named(string report, string sentence) => Assert.Equal(new ReportReading(null, sentence), ReportReader.Read(Encoding.Latin1.GetBytes(report)));

    [Theory]
    [InlineData("{\"\\ud800\":1,\"result\":\"success\"}")]
    [InlineData("{\"\u00ff\":1,\"result\":\"success\"}")]
    [InlineData("{\"result\":\"success\",\"\\ud800\\u0061ersion\":1}")]
    public void A_name_that_is_no_Unicode_does_no_harm(string report) => Assert.NotEqual(ReportReader.Read(Encoding.Latin1.GetBytes(report)), new(null, null));

    [Fact]
    public void Lists_are_bounded_and_a_long_summary_is_cut()
    {
        string Checks(int count, string summary) =>
            $"{{\"result\":\"success\",\"checks\":[{string.Join(',', Enumerable.Repeat($"{{\"name\":\"a\",\"kind\":\"test\",\"conclusion\":\"success\",\"summary\":\"{summary}\"}}", count))}]}}";

        Assert.Equal(40, Read(Checks(40, "ok")).Build!.Checks.Count);
        Assert.Equal("In the report, `checks` must be a list of at most 40.", Read(Checks(41, "ok")).Objection);
        Assert.Equal(new string('x', 199) + "…", Read(Checks(1, new('x', 5000))).Build!.Checks[0].Summary);
    }

    private static ReportReading Read(string report) => ReportReader.Read(Encoding.UTF8.GetBytes(report));
}
