using Hotfix.Cli.Demo;
using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Tests.Support;
using Hotfix.Triage;

namespace Hotfix.Tests.Cli.Demo;

/// <summary>The demo's dozen, each profile its own way; README shows the same in one table, kept true here.</summary>
public sealed class DemoReportsTests
{
    private static readonly Dictionary<string, Profile> Profiles = BuiltIns.Names.ToDictionary(name => name, ProfileReader.BuiltIn);

    private static readonly Dictionary<string, Assessor> Assessors = Profiles.ToDictionary(profile => profile.Key, profile => new Assessor(profile.Value));

    public static TheoryData<string> Names => [.. BuiltIns.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_report_is_taken_as_expected(string name) => Assert.All(DemoReports.Of(name), report =>
    {
        var headline = Sentences.Headline(Assess(name, report), Profiles[name]);

        Assert.StartsWith(report.Verdict, headline, StringComparison.Ordinal);
        Assert.EndsWith(report.Decision.Length == 0 ? "" : $" · {report.Decision}", headline, StringComparison.Ordinal);
    });

    [Fact]
    public void No_two_profiles_take_the_dozen_alike() => Assert.Distinct(BuiltIns.Names.Select(name => string.Join('\n', DemoReports.Of(name))));

    [Fact]
    public void README_shows_the_difference()
    {
        var reports = DemoReports.Of(BuiltIns.Default);
        string[] table =
        [
            $"| report | {string.Join(" | ", BuiltIns.Names.Select(name => $"`{name}`"))} |",
            $"| --- | {string.Join(" | ", BuiltIns.Names.Select(_ => "---"))} |",
            .. reports.Select(report => $"| {Quote.Code(report.Title)} | {string.Join(" | ", BuiltIns.Names.Select(name => Cell(name, report)))} |"),
        ];

        Assert.Contains(string.Join('\n', table), File.ReadAllText(Repo.File("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    /// <summary>Severity and decision, and the times to respond and to release; or what it is when it is no bug.</summary>
    private static string Cell(string name, DemoReport report)
    {
        var (assessment, profile) = (Assess(name, report), Profiles[name]);

        if (assessment.Severity is not { } severity)
        {
            return profile.Kinds[assessment.Kind.Value].Name;
        }

        var rule = profile.Severities[severity];

        return $"{severity} {profile.Decisions[assessment.Decision].Title}{(assessment.RollBackFirst.Count > 0 ? ", roll back first" : "")}; {Time(rule.RespondWithin)} / {Time(rule.ReleaseWithin)}";
    }

    private static string Time(Span? within) => within is { } span ? $"{span}" : "–";

    private static Assessment Assess(string name, DemoReport report) => Assessors[name].Assess(new(report.Title, report.Body), null);
}
