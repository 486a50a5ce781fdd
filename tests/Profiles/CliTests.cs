using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage;

namespace Hotfix.Tests.Profiles;

/// <summary>The profile against its document, seeds/001, row by row. The rows hold facts and figures; the document itself is not in the repository.</summary>
public sealed class CliTests
{
    private static readonly Profile Profile = ProfileReader.BuiltIn("cli");

    /// <summary>"Hotfix Triggers": three, each with so many signs; "When NOT to Use": five.</summary>
    [Fact]
    public void Triggers()
    {
        Assert.Equal([("critical", 5, "[P0]"), ("high_for_most", 3, "[P1]"), ("emergency", 3, "[P0, P1]")], Profile.Hotfix.Triggers.Select(trigger => (trigger.Id, trigger.When.Count, $"{trigger.Severities}")));
        Assert.Equal(5, Profile.Hotfix.NotFor.Count);
    }

    /// <summary>"Severity Classification": examples, response and release in hours.</summary>
    [Theory]
    [InlineData("P0", "critical", 5, 1, 4)]
    [InlineData("P1", "high", 4, 4, 24)]
    [InlineData("P2", "medium", 4, null, null)]
    [InlineData("P3", "low", 0, null, null)]
    public void Severity(string name, string title, int examples, int? response, int? release)
    {
        var rule = Profile.Severities[Enum.Parse<Severity>(name)];

        Assert.Equal((title, examples, (double?)response, (double?)release), (rule.Title, rule.Examples.Count, rule.RespondWithin?.Longest.TotalHours, rule.ReleaseWithin?.Longest.TotalHours));
    }

    /// <summary>"Hotfix Decision Matrix": who is hit, testing depth, channels; and the decision of Phase 1.</summary>
    [Theory]
    [InlineData("P0", "all users", "minimal", "[email, github, discussions, social, release_notes]", "hotfix_now")]
    [InlineData("P1", "most users", "standard", "[email, github]", "hotfix_likely")]
    [InlineData("P2", "some users", "full", "[release_notes]", "next_release")]
    [InlineData("P3", "few users", "full", "[]", "backlog")]
    public void Decision_matrix(string name, string affects, string depth, string channels, string decision)
    {
        var severity = Enum.Parse<Severity>(name);

        Assert.Equal(
            (affects, depth, channels, decision),
            (Profile.Severities[severity].Affects, Profile.Testing[severity].Depth, $"{Profile.Communication.Announcements[severity].Channels}", Rows.DecisionOf(Profile, severity)));
    }

    /// <summary>The examples, read in reports.</summary>
    [Theory]
    [InlineData("Crashes on launch for all users", "P0")]
    [InlineData("Telemetry contains PII", "P0")]
    [InlineData("It suggests destructive commands", "P0")]
    [InlineData("Safety validation is completely bypassed", "P0")]
    [InlineData("Installation script deletes files in my home", "P0")]
    [InlineData("Remote code execution through a prompt", "P0")]
    [InlineData("Embedded backend doesn't work", "P1")]
    [InlineData("Model fails to load", "P1")]
    [InlineData("Segfault on Linux only", "P1")]
    [InlineData("Telemetry upload causes errors", "P1")]
    [InlineData("Wrong order of the history", "P2")]
    [InlineData("Typo in the help", "P3")]
    public void Report(string title, string severity) => Assert.Equal(severity, $"{new Assessor(Profile).Assess(new(title, ""), null).Severity}");

    /// <summary>"Hotfix Workflow" and "Hotfix Checklist Summary": every phase with the least and most minutes it takes, and every item with its minutes and the number of its points.</summary>
    [Theory]
    [InlineData("discovery", 0, 30, "verify_bug 5 3, assess_severity 5 4, create_issue 5 9, notify_team 5 5, decide 10 3")]
    [InlineData("analysis", 30, 60, "root_cause 30 4, document_findings 10 4, design_fix 20 4, review_design - 3")]
    [InlineData("implementation", 60, 120, "create_branch 2 0, implement_fix 60 0, regression_test 30 0, full_test_suite 10 0, manual_verification 10 0, commit_fix 2 4")]
    [InlineData("testing", 60, 120, "local_testing 30 4, platform_testing 30 3, beta_tester_verification 30 3, privacy_audit 30 3, final_verification - 5")]
    [InlineData("preparation", 30, 60, "version_bump 5 0, changelog 10 5, release_notes 15 6, commit_version 2 0, final_smoke_test 10 0")]
    [InlineData("deployment", 30, 60, "create_tag 2 0, publish 5 4, github_release 10 0, verify_publication 5 3")]
    [InlineData("communication", 30, 60, "email_testers 10 0, discussions_post 10 0, social_media 10 0, upgrade_adoption - 3, post_mortem_notice - 4")]
    [InlineData("monitoring", 1440, 2880, "monitor_issues 1440 4, verify_effect 1440 3, watch_regressions 2880 3, track_adoption 2880 0")]
    public void Phase(string id, double least, double most, string items)
    {
        var checklist = Profile.Checklists[Profile.Severities[Domain.Severity.P0].Checklist!];
        var phase = checklist.Phases.Single(phase => phase.Id == id);

        Assert.Equal((least, most), (Rows.Minutes(phase.Least), Rows.Minutes(phase.Most)));
        Assert.Equal(items, string.Join(", ", checklist.Items.Where(item => item.Phase == id).Select(item => $"{item.Id} {(Rows.Minutes(item.Takes) is { } minutes ? $"{minutes}" : "-")} {item.Steps.Count}")));
    }

    /// <summary>The items with a condition or a warning: "IF P0", "IF telemetry-related", "BLOCKER", "IRREVERSIBLE".</summary>
    [Fact]
    public void Conditions() => Assert.Equal(
        [("beta_tester_verification", "[P0]", true, false), ("privacy_audit", "[]", true, true), ("publish", "[]", false, true), ("social_media", "[P0]", false, false), ("post_mortem_notice", "[P0]", false, false)],
        Profile.Checklists["hotfix"].Items.Where(item => item.Severities.Count > 0 || item.When is not null || item.Warning is not null).Select(item => (item.Id, $"{item.Severities}", item.When is not null, item.Warning is not null)));

    /// <summary>"Total Timeline" in hours, and the first lines: no more than eight.</summary>
    [Fact]
    public void Totals()
    {
        Assert.Equal([(Domain.Severity.P0, "4h", "6h"), (Domain.Severity.P1, "12h", "24h")], Profile.Checklists["hotfix"].Totals!.Select(total => (total.Key, $"{total.Value.Least}", $"{total.Value.Most}")));
        Assert.Equal((8m, Measure.Hours), (Profile.Goals["discovery_to_release"].Value, Profile.Goals["discovery_to_release"].Unit));
    }

    /// <summary>"Testing Requirements by Severity": required, optional, and the limit in hours.</summary>
    [Theory]
    [InlineData("P0", 2, null, "unit_tests, reproduction, smoke_test, platform", "full_regression, performance, interface")]
    [InlineData("P1", 8, "P0", "test_suite, related_regression, platforms, beta_testers", "edge_cases")]
    public void Testing(string name, double hours, string? includes, string required, string optional)
    {
        var testing = Profile.Testing[Enum.Parse<Severity>(name)];

        Assert.Equal((hours, includes), (testing.Within?.Longest.TotalHours, testing.Includes?.ToString()));
        Assert.Equal((required, optional), (string.Join(", ", testing.Required.Select(item => item.Id)), string.Join(", ", testing.Optional.Select(item => item.Id))));
        Assert.NotNull(testing.Why);
    }

    /// <summary>Phases 3, 5 and 6: branch, tag, versions, files, messages.</summary>
    [Fact]
    public void Branch_and_tag()
    {
        var branches = Profile.Branches;

        Assert.Equal(
            ("hotfix/v{version}", "v{version}", VersionStep.Prerelease, BranchBase.ReleaseLine, true, "fix(critical): ", "chore: Bump version to v{version}"),
            (branches.Branch, branches.Tag, branches.Version, branches.Base, branches.Prerelease, branches.FixMessage, branches.VersionMessage));
        Assert.Equal([("Cargo.toml", false), ("Cargo.lock", true), ("src/version.rs", true)], branches.VersionFiles.Select(file => (file.Path, file.Optional)));
        Assert.Equal(("CHANGELOG.md", true, null), (branches.Changelog, branches.FromPrereleases, branches.Store));
    }

    /// <summary>Phase 2, "Review fix design": one other engineer.</summary>
    [Fact]
    public void Approvals() => Assert.Equal(1, Profile.PullRequest.Approvals);

    /// <summary>Phase 6: published once and for all, and released on GitHub.</summary>
    [Fact]
    public void Targets() => Assert.Equal([("crates_io", true), ("github_release", false)], Profile.Targets.Select(target => (target.Key, target.Value.Irreversible)).Order());

    /// <summary>Phase 7: within 30 minutes of the release, and 24 hours later; questions within an hour.</summary>
    [Fact]
    public void Communication()
    {
        Assert.Equal(30d, Rows.Minutes(Profile.Communication.Announcements[Domain.Severity.P0].Within));
        Assert.Equal(
            [("team_notice", null), ("hotfix_email", 30d), ("discussions_post", 30d), ("social_post", 30d), ("upgrade_reminder", 1440d), ("post_mortem", 1440d)],
            Profile.Communication.Messages.Select(message => (message.Id, Rows.Minutes(message.Within))));
        Assert.Equal(60d, Rows.Minutes(Profile.Communication.AnswerWithin));
    }

    /// <summary>"Emergency Contacts": three roles; "Escalation Path": four steps.</summary>
    [Fact]
    public void Escalation()
    {
        Assert.Equal(3, Profile.Communication.Contacts.Count);
        Assert.Equal(["release_manager", "lead_engineer", "backup_engineer", "emergency_contact"], Profile.Escalation.Select(step => step.Id));
    }

    /// <summary>Phase 8: hours of each watch, every four hours, 80 % within 48 hours.</summary>
    [Fact]
    public void Monitoring()
    {
        Assert.Equal([("new_issues", "24h", "4h"), ("fix_effectiveness", "24h", null), ("regressions", "48h", null), ("adoption", "48h", null)], Profile.Monitoring.Watches.Select(watch => (watch.Id, watch.For?.ToString(), watch.Every?.ToString())));
        Assert.Equal((80m, "48h"), (Profile.Monitoring.Adoption!.AtLeastPercent, $"{Profile.Monitoring.Adoption.Within}"));
    }

    /// <summary>"Common Scenarios": severity, minutes for the immediate actions, hours to the release, number of examples, and the actions.</summary>
    [Theory]
    [InlineData("privacy_breach", "P0", 15, 2, 0, "stop_telemetry, notify_users, delete_data, investigate, external_audit")]
    [InlineData("destructive_commands", "P0", 30, 4, 2, "verify, scope, mitigate, tell_users")]
    [InlineData("crash_on_launch", "P0", 30, 4, 2, "stack_trace, reproduce, find_change, fix_or_roll_back")]
    [InlineData("platform_bug", "P1", 60, 24, 2, "reproduce, impact, platform_fix, distributions")]
    [InlineData("embedded_backend_broken", "P1", 60, 24, 3, "fallback, scope, feasible, workaround")]
    public void Scenario(string name, string severity, double minutes, double hours, int examples, string actions)
    {
        var scenario = Profile.Scenarios[name];

        Assert.Equal((severity, minutes, hours, examples), ($"{scenario.Severity}", Rows.Minutes(scenario.ActWithin), scenario.ReleaseWithin?.Longest.TotalHours, scenario.Examples.Count));
        Assert.Equal(actions, string.Join(", ", scenario.Actions.Select(item => item.Id)));
        Assert.NotNull(scenario.Communication);
    }

    [Fact]
    public void There_are_five_scenarios() => Assert.Equal(5, Profile.Scenarios.Count);

    /// <summary>"Post-Hotfix Review": within 48 hours, five questions with their points, four lessons.</summary>
    [Fact]
    public void Post_mortem()
    {
        Assert.Equal("48h", $"{Profile.PostMortem!.Within}");
        Assert.Equal([("detection", 3), ("response", 3), ("root_cause", 2), ("prevention", 3), ("communication", 3)], Profile.PostMortem.Questions.Select(question => (question.Id, question.Answers.Count)));
        Assert.Equal(["regression_test", "preflight", "protocol", "share"], Profile.PostMortem.Actions.Select(action => action.Id));
    }

    /// <summary>"Success Criteria": six.</summary>
    [Fact]
    public void Success() => Assert.Equal(["fixed", "no_regressions", "users_notified", "adoption", "stable", "prevention"], Profile.Success.Select(item => item.Id));

    /// <summary>"P1" example: fewer than half of the tests of what is generated pass.</summary>
    [Fact]
    public void Quality() => Assert.Equal((Bound.AtLeast, 50m, Measure.Percent), (Profile.Goals["generation_quality"].Is, Profile.Goals["generation_quality"].Value, Profile.Goals["generation_quality"].Unit));
}
