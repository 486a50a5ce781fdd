using Hotfix.Domain;
using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

/// <summary>The profile against its document, seeds/003, row by row. The rows hold facts and figures; the document itself is not in the repository.</summary>
public sealed class ApplianceTests
{
    private static readonly Profile Profile = ProfileReader.BuiltIn("appliance");

    /// <summary>"Severity Classification": level, response time in hours, number of examples; "Triage": what happens.</summary>
    [Theory]
    [InlineData("P0", "critical", 4, 3, "hotfix_now")]
    [InlineData("P1", "high", 24, 3, "hotfix_now")]
    [InlineData("P2", "medium", 72, 2, "next_release")]
    [InlineData("P3", "low", null, 3, "next_release")]
    public void Severity(string name, string title, int? responseHours, int examples, string decision)
    {
        var severity = Enum.Parse<Severity>(name);
        var rule = Profile.Severities[severity];

        Assert.Equal((title, (double?)responseHours, examples), (rule.Title, rule.RespondWithin?.Longest.TotalHours, rule.Examples.Count));
        Assert.Equal(decision, Rows.DecisionOf(Profile, severity));
    }

    /// <summary>"Severity Classification", the examples: a report of each is triaged so.</summary>
    [Theory]
    [InlineData("All data on the node is lost", "P0")]
    [InlineData("Security vulnerability in the login", "P0")]
    [InlineData("Node bricked by the update", "P0")]
    [InlineData("The app won't start", "P1")]
    [InlineData("Cannot sign in any more", "P1")]
    [InlineData("Dashboard is blank", "P1")]
    [InlineData("Renaming a folder fails", "P2")]
    [InlineData("The node is slow since the update", "P2")]
    [InlineData("Typo in the footer", "P3")]
    public void Example(string title, string severity) => Assert.Equal(severity, $"{new Hotfix.Triage.Assessor(Profile).Assess(new(title, ""), null).Severity}");

    /// <summary>"Hotfix Workflow": four steps and what each consists of.</summary>
    [Fact]
    public void Workflow() => Assert.Equal(
        [
            ("triage", "reproduce"), ("triage", "classify"), ("triage", "decide"),
            ("fix", "branch"), ("fix", "implement"), ("fix", "test_suite"), ("fix", "dev_server"), ("fix", "verify"),
            ("release", "merge"), ("release", "tag"), ("release", "build_image"), ("release", "update_manifest"), ("release", "copy_image"),
            ("communicate", "release_notes"), ("communicate", "changelog"),
        ],
        Profile.Checklists["hotfix"].Items.Select(item => (item.Phase, item.Id)));

    /// <summary>"Fix" and "Release": names, versions, and where the fix goes.</summary>
    [Fact]
    public void Branch_and_tag() => Assert.Equal(
        ("hotfix/v{version}-{slug}", "v{version}", VersionStep.Patch, BranchBase.ReleaseLine, "CHANGELOG.md"),
        (Profile.Branches.Branch, Profile.Branches.Tag, Profile.Branches.Version, Profile.Branches.Base, Profile.Branches.Changelog));

    /// <summary>Nothing starts by itself, and no store has versions of its own.</summary>
    [Fact]
    public void Start() => Assert.Equal((new StartRules([], []), null, false), (Profile.Start, Profile.Branches.Store, Profile.Branches.FromPrereleases));

    /// <summary>"Fix": what is tested.</summary>
    [Fact]
    public void Tests() => Assert.Equal(["test_suite", "type_check", "dev_server", "live_server"], Profile.Testing[Domain.Severity.P0].Required.Select(item => item.Id));

    /// <summary>"Release": what goes out.</summary>
    [Fact]
    public void Targets() => Assert.Equal(["image", "ota"], Profile.Targets.Keys.Order());

    /// <summary>"Communicate".</summary>
    [Fact]
    public void Communication() => Assert.Equal(["release_notes", "changelog"], Profile.Communication.Announcements[Domain.Severity.P0].Channels);

    /// <summary>"Monitoring Dashboards", and the commit's message: every five minutes, thirty days.</summary>
    [Fact]
    public void Monitoring()
    {
        Assert.Equal([("uptime", null, "5m"), ("soak_test", "30d", null), ("health", null, null)], Profile.Monitoring.Watches.Select(watch => (watch.Id, watch.For?.ToString(), watch.Every?.ToString())));
        Assert.Equal((300, "/health"), (Profile.Health.EverySeconds, Profile.Health.Checks[0].Path));
    }

    /// <summary>"Rollback": three ways, when a hotfix causes regressions.</summary>
    [Fact]
    public void Rollback() => Assert.Equal(["over_the_air", "reflash", "backend_binary"], Profile.Rollback.Ways.Select(way => way.Id));
}
