using Hotfix.Domain;
using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

/// <summary>The profile against its first document, seeds/000, row by row. The rows hold facts and figures; the document itself is not in the repository.</summary>
public sealed class BrowserExtensionTests
{
    private static readonly Profile Profile = ProfileReader.BuiltIn("browser-extension");

    /// <summary>"Target SLA", "severity_weights", "Severity" of the feedback form, and the rules' "sla_timer": weight, hours to respond and to release.</summary>
    [Theory]
    [InlineData("P0", "critical", 100, "blocks use", 2, 4)]
    [InlineData("P1", "high", 75, "a major inconvenience", 24, 48)]
    [InlineData("P2", "medium", 50, "a minor issue", 72, null)]
    [InlineData("P3", "low", 25, "an enhancement", 72, null)]
    public void Severity(string name, string title, int weight, string means, int response, int? release)
    {
        var rule = Profile.Severities[Enum.Parse<Severity>(name)];

        Assert.Equal((title, weight, means), (rule.Title, rule.Weight, rule.Means));
        Assert.Equal((response, (double?)release), (rule.RespondWithin?.Longest.TotalHours, rule.ReleaseWithin?.Longest.TotalHours));
    }

    /// <summary>"impact_multipliers".</summary>
    [Theory]
    [InlineData("Security", "2.0")]
    [InlineData("DataLoss", "1.8")]
    [InlineData("FeatureFailure", "1.5")]
    [InlineData("Performance", "1.2")]
    [InlineData("UiCosmetic", "0.8")]
    [InlineData("None", "1.0")]
    public void Multiplier(string impact, string multiplier) => Assert.Equal(decimal.Parse(multiplier, System.Globalization.CultureInfo.InvariantCulture), Profile.Impacts[Enum.Parse<Impact>(impact)].Multiplier);

    /// <summary>"frequency_bonus": bonus, and the percentage above which the band begins.</summary>
    [Theory]
    [InlineData("Widespread", 50, 50)]
    [InlineData("Common", 30, 20)]
    [InlineData("Occasional", 15, 5)]
    [InlineData("Rare", 5, 0)]
    [InlineData("Unknown", 0, null)]
    public void Bonus(string frequency, int bonus, int? above) => Assert.Equal((bonus, (decimal?)above), (Profile.Frequencies[Enum.Parse<Frequency>(frequency)].Bonus, Profile.Frequencies[Enum.Parse<Frequency>(frequency)].AbovePercent));

    /// <summary>"apply_beta_adjustments": × 1.5, × 1.3 for six core features; the cap of 1000. The scale is the design's.</summary>
    [Fact]
    public void Adjustments()
    {
        Assert.Equal((1.5m, 1.3m, 4m, 1000m), (Profile.BetaCritical.Factor, Profile.CoreFeatures.Factor, Profile.Score.Scale, Profile.Score.Cap));
        Assert.Equal(["create_project", "custom_instructions", "download_images", "image_generation", "new_chat", "send_prompt"], Profile.CoreFeatures.Features.Keys.Order());
    }

    /// <summary>"Triage Automation Rules".</summary>
    [Fact]
    public void Rules() => Assert.Equal(
        [
            new("critical_auto_escalation", Decision.HotfixNow, [Domain.Severity.P0], 800, null, Frequency.Common, null, AssignBy.NextAvailable, new Span(0, TimeSpan.Zero), true),
            new("high_priority_fast_track", Decision.HotfixLikely, [Domain.Severity.P1], 600, null, null, true, AssignBy.FeatureOwner, new Span(0, TimeSpan.FromMinutes(30)), false),
            new TriageRule("batch_processing", Decision.Batch, [Domain.Severity.P2, Domain.Severity.P3], null, 600, null, null, AssignBy.RotatingSchedule, null, false),
        ],
        Profile.Rules);

    /// <summary>"batch_size", "review_frequency".</summary>
    [Fact]
    public void Batch() => Assert.Equal(new BatchRule(10, new Span(1, TimeSpan.Zero)), Profile.Decisions[Decision.Batch].Batch);

    /// <summary>"Issue Routing Intelligence": five developers' fields, fifteen in all; a capacity of five; from 800 on the best match.</summary>
    [Fact]
    public void Routing()
    {
        Assert.Equal(
            [
                "authentication", "background_scripts", "build_system", "content_scripts", "deployment", "dom_manipulation", "memory", "messaging",
                "optimization", "performance", "permissions", "security", "storage", "testing", "ui",
            ],
            Profile.Areas.Keys.Order());
        Assert.Equal((5, 800m), (Profile.Team.Capacity, Profile.Team.RegardlessOfLoadFrom));
    }

    /// <summary>"hotfix-pipeline.yml": jobs, their limits in minutes, what they need, and the number of their steps.</summary>
    [Theory]
    [InlineData("security_scan", 5, "[]", "[]", "[]", 4)]
    [InlineData("rapid_build", 10, "[security_scan]", "[]", "[]", 4)]
    [InlineData("automated_testing", 15, "[rapid_build]", "[unit, integration, e2e]", "[]", 4)]
    [InlineData("deployment_staging", null, "[security_scan, rapid_build, automated_testing]", "[]", "[P0, P1]", 4)]
    public void Job(string id, int? minutes, string needs, string matrix, string severities, int steps)
    {
        var job = Profile.Pipeline!.Jobs.Single(job => job.Id == id);

        Assert.Equal(((double?)minutes, needs, matrix, severities, steps), (Rows.Minutes(job.TimeLimit), $"{job.Needs}", $"{job.Matrix}", $"{job.Severities}", job.Steps.Count));
    }

    /// <summary>The pipeline's inputs and branches.</summary>
    [Fact]
    public void Inputs()
    {
        Assert.Equal(("[P0, P1, P2]", Domain.Severity.P1, "beta"), ($"{Profile.Pipeline!.Severities}", Profile.Pipeline.DefaultSeverity, Profile.Pipeline.DefaultTarget));
        Assert.Equal(("hotfix/v{version}/{slug}", "hotfix-{version}.zip"), (Profile.Branches.Branch, Profile.Pipeline.Package));
    }

    /// <summary>The store's versions, and the files that hold them; what starts by itself.</summary>
    [Fact]
    public void Store_and_start()
    {
        Assert.Equal((StoreKind.Chrome, false), (Profile.Branches.Store, Profile.Branches.FromPrereleases));
        Assert.Equal([new VersionFileRule("manifest.json", null, false), new("package.json", null, true), new("package-lock.json", null, true)], Profile.Branches.VersionFiles);
        Assert.Equal(new StartRules([Domain.Severity.P0], []), Profile.Start);
    }

    /// <summary>"buildHotfix", "generateMetadata", "deployHotfix": five steps each, seven facts of a build.</summary>
    [Fact]
    public void Build_and_deployment()
    {
        var items = Profile.Checklists["hotfix"].Items;

        Assert.Equal(["validate_source", "run_build", "generate_metadata", "create_package", "deployment_manifest"], items.Where(item => item.Phase == "build").Select(item => item.Id));
        Assert.Equal(7, items.Single(item => item.Id == "generate_metadata").Steps.Count);
        Assert.Equal(["validate_before", "record", "deploy", "validate_after", "update_registry"], items.Where(item => item.Phase == "deployment").Select(item => item.Id));
    }

    /// <summary>"deploymentTargets".</summary>
    [Theory]
    [InlineData("beta", "[smoke-test, feature-validation]", "immediate")]
    [InlineData("staging", "[full-test-suite, performance-test]", "gradual")]
    [InlineData("production", "[security-audit, full-test-suite, canary-test]", "canary")]
    public void Target(string name, string validators, string rollout) => Assert.Equal((validators, rollout), ($"{Profile.Targets[name].Validators}", Rows.Snake(Profile.Targets[name].Rollout)));

    /// <summary>"RollbackController", "VersionRegistry": five minutes, five versions, six steps; health every 10 s, four checks, 80 % of the core features.</summary>
    [Fact]
    public void Rollback()
    {
        Assert.Equal((5d, 5, "{version}-{build_time}", "*-stable"), (Rows.Minutes(Profile.Rollback.Within), Profile.Rollback.KeepVersions, Profile.Rollback.VersionId, Profile.Rollback.LastStable));
        Assert.Equal(["choose_target", "record", "execute", "validate", "update_registry", "notify"], Profile.Rollback.Steps.Select(step => step.Id));
        Assert.Equal((10, 5d, 80m), (Profile.Health.EverySeconds, Rows.Minutes(Profile.Health.Within), Profile.Health.CoreFeaturesAtLeastPercent));
        Assert.Equal(["extension_load", "core_features", "security_status", "performance_metrics"], Profile.Health.Checks.Select(check => check.Id));
    }

    /// <summary>"emergency_procedures", "contingency_procedures": triggers with their figures.</summary>
    [Theory]
    [InlineData("critical_failure", "extension_crash_rate Above 10 Percent, security_incidents AtLeast 1 Count, feature_failure_rate Above 50 Percent, user_impact Above 80 Percent")]
    [InlineData("rollback_failure", "rollback_timeouts AtLeast 1 Count, failed_health_checks AtLeast 1 Count, rollback_error_rate Above 5 Percent")]
    [InlineData("total_system_failure", "")]
    public void Emergency(string name, string triggers) => Assert.Equal(triggers, string.Join(", ", Profile.Scenarios[name].Triggers.Select(Threshold)));

    /// <summary>The same: minutes of every entry of a timeline, what is automatic, steps of the escalation, actions, minutes of the messages.</summary>
    [Fact]
    public void Emergency_timelines()
    {
        Assert.Equal([0d, 5d, 10d, 15d, 30d], Profile.Scenarios["critical_failure"].Timeline.Select(moment => moment.At.Longest.TotalMinutes));
        Assert.Equal(4, Profile.Scenarios["critical_failure"].Automatic.Count);
        Assert.Equal(["level_1", "level_2", "level_3", "level_4"], Profile.Scenarios["rollback_failure"].Escalation.Select(step => step.Id));

        var total = Profile.Scenarios["total_system_failure"];
        Assert.Equal((4, "1h 2h 4h 8h 1d"), (total.Actions.Count, string.Join(' ', total.Timeline.Select(moment => $"{moment.At}"))));
        Assert.Equal([("stakeholders", "15m", null), ("users", "30m", null), ("status", null, "1h"), ("incident_report", "24h", null)], total.Messages.Select(message => (message.Id, message.Within?.ToString(), message.Every?.ToString())));
        Assert.Equal((24d * 60, 4), (Rows.Minutes(Profile.PostMortem!.Within), Profile.Communication.Contacts.Count));
    }

    /// <summary>"alerting_rules": condition, minutes to the notice, channels, who is next.</summary>
    [Theory]
    [InlineData("deployment_failure", "Critical", "deployment_success_rate Below 80 Percent", 0, "[slack, email, sms]", "team lead")]
    [InlineData("security_incident", "Critical", "security_incidents AtLeast 1 Count", 0, "[security_team, team_lead]", "security officer")]
    [InlineData("high_error_rate", "Critical", "error_rate Above 5 Percent", 5, "[slack, email]", "on-call engineer")]
    [InlineData("slow_response_time", "Warning", "response_time Above 2000 Milliseconds", 15, "[slack]", null)]
    [InlineData("feature_degradation", "Warning", "feature_success_rate Below 95 Percent", 10, "[slack, email]", null)]
    [InlineData("rollback_triggered", "Warning", "rollbacks AtLeast 1 Count", 0, "[slack, email]", "team lead")]
    public void Alert(string name, string level, string when, double minutes, string channels, string? escalation)
    {
        var alert = Profile.Alerts[name];

        Assert.Equal((level, when, minutes, channels, escalation), ($"{alert.Level}", Threshold(alert.When), Rows.Minutes(alert.NotifyWithin), $"{alert.Channels}", alert.Escalation));
    }

    /// <summary>"notification_channels".</summary>
    [Fact]
    public void Channels() => Assert.Equal((ChannelKind.Chat, "#hotfix-alerts", ChannelKind.Email, ChannelKind.Sms), (Profile.Communication.Channels["slack"].Kind, Profile.Communication.Channels["slack"].Room, Profile.Communication.Channels["email"].Kind, Profile.Communication.Channels["sms"].Kind));

    /// <summary>"Target SLA", "Component Integration Matrix", "Success Metrics &amp; KPIs": every row; those that say the same twice have one key.</summary>
    [Theory]
    [InlineData("critical_response", "Sla", "Below 2 Hours")]
    [InlineData("critical_release", "Sla", "AtMost 4 Hours")]
    [InlineData("high_response", "Sla", "Below 24 Hours")]
    [InlineData("high_release", "Sla", "AtMost 48 Hours")]
    [InlineData("rollback", "Sla", "Below 5 Minutes")]
    [InlineData("uptime", "Sla", "AtLeast 99.9 Percent")]
    [InlineData("errors_collected", "Component", "AtMost 0 Minutes")]
    [InlineData("prioritized", "Component", "Below 1 Minutes")]
    [InlineData("scheduled", "Component", "Below 15 Minutes")]
    [InlineData("deployed", "Component", "Below 30 Minutes")]
    [InlineData("rolled_back", "Component", "Below 5 Minutes")]
    [InlineData("deployment_speed", "Operational", "Below 30 Minutes")]
    [InlineData("false_positives", "Operational", "Below 5 Percent")]
    [InlineData("successful_deployments", "Quality", "Above 95 Percent")]
    [InlineData("security_scans", "Quality", "AtLeast 100 Percent")]
    [InlineData("test_coverage", "Quality", "Above 90 Percent")]
    [InlineData("satisfaction_after", "Quality", "Above 4.0 Stars")]
    [InlineData("regressions", "Quality", "Below 2 Percent")]
    [InlineData("beta_retention", "Business", "Above 80 Percent")]
    [InlineData("feature_adoption", "Business", "Above 70 Percent")]
    [InlineData("issues_resolved", "Business", "Above 95 Percent")]
    [InlineData("negative_feedback", "Business", "AtMost 0 Count")]
    public void Goal(string name, string group, string figure)
    {
        var goal = Profile.Goals[name];

        Assert.Equal((group, figure), ($"{goal.Group}", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{goal.Is} {goal.Value} {goal.Unit}")));
    }

    [Fact]
    public void There_are_no_other_goals() => Assert.Equal(22, Profile.Goals.Count);

    /// <summary>"High-Risk Scenarios": four.</summary>
    [Fact]
    public void Risks() => Assert.Equal(["cascading_rollbacks", "vulnerable_hotfix", "slow_hotfix", "no_communication"], Profile.Risks.Select(risk => risk.Id));

    /// <summary>"Error Collection System": a batch of 10, 30 s, the memory every 60 s; the words of the critical and the high; kinds of errors and measurements; what every error carries.</summary>
    [Fact]
    public void Telemetry()
    {
        var telemetry = Profile.Telemetry!;

        Assert.Equal((10, 30, 60, "[P0]"), (telemetry.BatchSize, telemetry.FlushSeconds, telemetry.MemorySampleSeconds, $"{telemetry.FlushAtOnce}"));
        Assert.Equal((5, 4), (telemetry.Words[Domain.Severity.P0].Count, telemetry.Words[Domain.Severity.P1].Count));
        Assert.Equal((Domain.Severity.P2, Domain.Severity.P1), (telemetry.Otherwise, telemetry.UnhandledPromise));
        Assert.Equal("[javascript_error, unhandled_promise, extension_error]", $"{telemetry.Errors}");
        Assert.Equal(["message_performance", "memory_usage", "feature_usage"], telemetry.Metrics.Take(3));
        Assert.Equal(6, telemetry.Fields.Count);
    }

    /// <summary>"Documentation Maintenance": one each.</summary>
    [Theory]
    [InlineData("procedures", "Weekly")]
    [InlineData("audit", "Monthly")]
    [InlineData("lessons", "Quarterly")]
    [InlineData("architecture", "Yearly")]
    public void Routine(string id, string every) => Assert.Equal(every, $"{Profile.Routines.Single(routine => routine.Id == id).Every}");

    private static string Threshold(ThresholdRule rule) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rule.Metric} {rule.Is} {rule.Value} {rule.Unit}");
}
