using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage;

namespace Hotfix.Tests.Profiles;

/// <summary>The profile against its document, seeds/002, row by row. The rows hold facts and figures; the document itself is not in the repository.</summary>
public sealed class WebServiceTests
{
    private static readonly Profile Profile = ProfileReader.BuiltIn("web-service");

    /// <summary>"Hotfix Triggers (P0 - Critical)": five, each with so many signs.</summary>
    [Theory]
    [InlineData("authentication", 3)]
    [InlineData("data_loss", 3)]
    [InlineData("payment", 3)]
    [InlineData("security", 4)]
    [InlineData("outage", 3)]
    public void Trigger(string id, int signs)
    {
        var trigger = Profile.Hotfix.Triggers.Single(trigger => trigger.Id == id);

        Assert.Equal((signs, "[P0]"), (trigger.When.Count, $"{trigger.Severities}"));
    }

    /// <summary>The same, read in reports.</summary>
    [Theory]
    [InlineData("Users cannot sign in", "P0")]
    [InlineData("Session verification fails for everyone", "P0")]
    [InlineData("Password reset is not working", "P0")]
    [InlineData("Conversations are being deleted", "P0")]
    [InlineData("Messages are not saved", "P0")]
    [InlineData("Export loses messages", "P0")]
    [InlineData("I was charged but my tier is still free", "P0")]
    [InlineData("Duplicate charges on my card", "P0")]
    [InlineData("Payment webhooks fail since today", "P0")]
    [InlineData("Authentication bypass in the login form", "P0")]
    [InlineData("Personal data of users is exposed", "P0")]
    [InlineData("SQL injection confirmed in the search", "P0")]
    [InlineData("XSS is being exploited", "P0")]
    [InlineData("API returns HTTP 500 for all requests", "P0")]
    [InlineData("Database connection lost", "P0")]
    [InlineData("Chat is completely down", "P0")]
    [InlineData("The list is slow", "P2")]
    [InlineData("Wrong icon in the menu", "P3")]
    public void Report(string title, string severity) => Assert.Equal(severity, $"{new Assessor(Profile).Assess(new(title, ""), null).Severity}");

    /// <summary>"NOT Hotfix (Use Normal Process)": five kinds of things; only a P0 is a hotfix.</summary>
    [Fact]
    public void Not_a_hotfix()
    {
        Assert.Equal(5, Profile.Hotfix.NotFor.Count);
        Assert.Equal(["hotfix_now", "next_release", "next_release", "next_release"], Enum.GetValues<Severity>().Select(severity => Rows.DecisionOf(Profile, severity)));
        Assert.Equal("normal process", Profile.Decisions[Decision.NextRelease].Title);
    }

    /// <summary>"Target Response Time" and the end of each hour of the timeline, in minutes: triage is over at 15, the fix approved at 60, it is deployed at 120.</summary>
    [Fact]
    public void Two_hours()
    {
        var rule = Profile.Severities[Severity.P0];

        Assert.Equal((15d, 60d, 120d, ClockKind.Always), (Rows.Minutes(rule.RespondWithin), Rows.Minutes(rule.FixWithin), Rows.Minutes(rule.ReleaseWithin), rule.Clock));
        Assert.All([Severity.P1, Severity.P2, Severity.P3], severity => Assert.Equal((null, null, null), (Profile.Severities[severity].RespondWithin, Profile.Severities[severity].FixWithin, Profile.Severities[severity].ReleaseWithin)));
        Assert.Equal((Bound.AtMost, 2m, Measure.Hours), (Profile.Goals["report_to_production"].Is, Profile.Goals["report_to_production"].Value, Profile.Goals["report_to_production"].Unit));
    }

    /// <summary>"2-Hour Response Timeline": every entry, its minute, and the number of points under it (blocks of commands count none).</summary>
    [Fact]
    public void Timeline() => Assert.Equal(
        [
            ("alert", 0, 2), ("assessment", 5, 4), ("decision", 10, 2), ("notification", 15, 2),
            ("branch", 15, 0), ("reproduce", 20, 0), ("fix", 25, 5), ("test", 40, 0), ("local_test", 45, 0), ("review", 55, 5), ("approval", 60, 2),
            ("merge", 60, 0), ("build", 65, 0), ("migration", 75, 3), ("deploy", 80, 0), ("verify", 95, 4), ("smoke_test", 100, 3),
            ("announce", 105, 0), ("update_report", 110, 4), ("monitor", 115, 3), ("complete", 120, 3),
        ],
        Profile.Timeline.Select(moment => (moment.Id, (int)moment.At.Longest.TotalMinutes, moment.Steps.Count)));

    /// <summary>"Decision: Hotfix or Rollback": three reasons to roll back.</summary>
    [Fact]
    public void Roll_back_first() => Assert.Equal(
        (true, 50m, 2, "[HotfixNow]"),
        (Profile.RollBackFirst!.CauseUnknown, Profile.RollBackFirst.AffectedAbovePercent, Profile.RollBackFirst.AreasAtLeast, $"{Profile.RollBackFirst.Decisions}"));

    /// <summary>The same, decided.</summary>
    [Theory]
    [InlineData("Users cannot sign in", "Some of us.", "[CauseUnknown]")]
    [InlineData("Users cannot sign in", "Some of us. Caused by the session cookie.", "[]")]
    [InlineData("Users cannot sign in", "All users. Caused by the session cookie.", "[ManyAffected]")]
    [InlineData("Users cannot sign in", "Payments fail, too. Caused by the migration.", "[SeveralAreas]")]
    public void Rolls_back_first(string title, string body, string reasons)
    {
        var assessment = new Assessor(Profile).Assess(new(title, body), null);

        Assert.Equal(reasons, $"{(reasons == "[SeveralAreas]" ? new Values<RollBackReason>([.. assessment.RollBackFirst.Where(reason => reason == RollBackReason.SeveralAreas)]) : new Values<RollBackReason>([.. assessment.RollBackFirst.Where(reason => reason != RollBackReason.SeveralAreas)]))}");
    }

    /// <summary>"Hotfix Checklist": four phases with their windows in minutes, and every box.</summary>
    [Theory]
    [InlineData("triage", 0, 15, "acknowledged, severity_confirmed, affected_users, hotfix_or_rollback, team_notified, status_posted")]
    [InlineData("development", 15, 60, "branch_created, reproduced, fix_implemented, regression_test, local_testing, type_check, pull_request, code_review, approved")]
    [InlineData("deployment", 60, 105, "merged, tagged, built, backup, migration, deployed, deployment_verified, post_deploy_verification, smoke_tests, no_new_errors")]
    [InlineData("communication", 105, 120, "announced, report_updated, users_notified, monitoring, post_mortem_scheduled")]
    public void Checklist(string phase, double from, double to, string items)
    {
        var checklist = Profile.Checklists[Profile.Severities[Severity.P0].Checklist!];
        var rule = checklist.Phases.Single(rule => rule.Id == phase);

        Assert.Equal((from, to), (Rows.Minutes(rule.From), Rows.Minutes(rule.To)));
        Assert.Equal(items, string.Join(", ", checklist.Items.Where(item => item.Phase == phase).Select(item => item.Id)));
    }

    /// <summary>"Create Hotfix Branch", "Merge to Main", "Quick Rollback".</summary>
    [Fact]
    public void Branch_and_tag() => Assert.Equal(
        ("hotfix/{slug}-{date}", "hotfix-v{version}", "revert-hotfix-{date}", VersionStep.Prerelease, BranchBase.DefaultBranch, true),
        (Profile.Branches.Branch, Profile.Branches.Tag, Profile.Branches.Revert, Profile.Branches.Version, Profile.Branches.Base, Profile.Branches.MergeCommit));

    /// <summary>The two hours run for a P0 alone, and from its confirmation on.</summary>
    [Fact]
    public void Start() => Assert.Equal(new StartRules([Severity.P0], []), Profile.Start);

    /// <summary>"Code Review (Fast Track)" and "Hotfix PR Template": prefix, reviewers, eight headings, five boxes; six points of testing.</summary>
    [Fact]
    public void Pull_request()
    {
        Assert.Equal(("[HOTFIX] ", 1, 2, 8, 12), (Profile.PullRequest.TitlePrefix, Profile.PullRequest.Approvals, Profile.PullRequest.Reviewers.Count, Profile.PullRequest.Sections.Count, Profile.PullRequest.Checklist.Count));
        Assert.Equal(["reproduced", "fixed", "regression_test", "related_flows", "type_check", "build"], Profile.Testing[Severity.P0].Required.Select(item => item.Id));
        Assert.Equal(10d, Rows.Minutes(Profile.Testing[Severity.P0].Within));
    }

    /// <summary>"Hotfix Development Guidelines": six each.</summary>
    [Fact]
    public void Guidelines() => Assert.Equal((6, 6), (Profile.Guidelines!.Do.Count, Profile.Guidelines.Dont.Count));

    /// <summary>"Deploy to Production": three options, each with so many steps.</summary>
    [Fact]
    public void Targets() => Assert.Equal([("docker_compose", 3), ("github_actions", 3), ("kubernetes", 4)], Profile.Targets.Select(target => (target.Key, target.Value.Steps.Count)).Order());

    /// <summary>"Verify Deployment": four checks.</summary>
    [Fact]
    public void Health() => Assert.Equal([null, null, "/api/health", null], Profile.Health.Checks.Select(check => check.Path));

    /// <summary>"Hotfix Rollback Procedure": two ways, four steps of the quick one.</summary>
    [Fact]
    public void Rollback() => Assert.Equal((2, 4), (Profile.Rollback.Ways.Count, Profile.Rollback.Steps.Count));

    /// <summary>"Communication Templates" and "Announce Fix Deployed": three places, status every 30 minutes, three templates.</summary>
    [Fact]
    public void Communication()
    {
        var announcement = Profile.Communication.Announcements[Severity.P0];

        Assert.Equal(("[chat, email, status_page]", 30d, "#incidents"), ($"{announcement.Channels}", Rows.Minutes(announcement.StatusEvery), Profile.Communication.Channels["chat"].Room));
        Assert.Equal(["fix-deployed", "fix-in-progress", "incident-detected"], Profile.Communication.Messages.Select(message => message.Template).OfType<string>().Distinct().Order());
        Assert.Equal(15d, Rows.Minutes(Profile.Communication.Messages[0].Within));
    }

    /// <summary>"Emergency Contacts": three roles, three steps.</summary>
    [Fact]
    public void Escalation()
    {
        Assert.Equal(["on-call engineer", "CTO", "DevOps lead"], Profile.Communication.Contacts);
        Assert.Equal([("on_call", 0d, 15d), ("cto", 30d, null), ("team", 60d, null)], Profile.Escalation.Select(step => (step.Id, Rows.Minutes(step.After), Rows.Minutes(step.For))));
    }

    /// <summary>"Monitor for 5 Minutes" and "Monitor for 2 hours", each of three things.</summary>
    [Fact]
    public void Monitoring() => Assert.Equal([(5d, 3), (120d, 3)], Profile.Monitoring.Watches.Select(watch => (Rows.Minutes(watch.For), watch.Steps.Count)));

    /// <summary>"Post-Hotfix Actions": three on the same day, three on the next, and their points.</summary>
    [Fact]
    public void Afterwards() => Assert.Equal(
        [("monitor", 3), ("documentation", 3), ("all_clear", 2), ("meeting", 0), ("document", 0), ("prevention", 3)],
        Profile.Checklists["after"].Items.Select(item => (item.Id, item.Steps.Count)));

    /// <summary>"Post-Mortem Meeting", "Post-Mortem Template": the next day, 30 minutes, four questions, eight headings. The last line: practised quarterly.</summary>
    [Fact]
    public void Post_mortem()
    {
        Assert.Equal((24d * 60, 30, 4, 8), (Rows.Minutes(Profile.PostMortem!.Within), Profile.PostMortem.MeetingMinutes, Profile.PostMortem.Questions.Count, Profile.PostMortem.Sections.Count));
        Assert.Equal([Cycle.Quarterly], Profile.Routines.Select(routine => routine.Every));
    }
}
