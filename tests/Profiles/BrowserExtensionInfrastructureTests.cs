using Hotfix.Domain;
using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

/// <summary>The profile against its second document, seeds/004, row by row. The rows hold facts and figures; the document itself is not in the repository.</summary>
public sealed class BrowserExtensionInfrastructureTests
{
    private static readonly Profile Profile = ProfileReader.BuiltIn("browser-extension");

    /// <summary>"Alerting &amp; Notifications": what sets it off, where it is told, and that something is done.</summary>
    [Theory]
    [InlineData("critical_errors", "critical_errors", "Above", "0", "Count", "[slack]")]
    [InlineData("performance", "response_time", "Above", "1000", "Milliseconds", "[team]")]
    [InlineData("user_satisfaction", "average_rating", "Below", "3.5", "Stars", "[product_team]")]
    public void Alert(string name, string metric, string bound, string value, string unit, string channels)
    {
        var alert = Profile.Alerts[name];

        Assert.Equal(
            (metric, bound, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit, channels),
            (alert.When.Metric, $"{alert.When.Is}", alert.When.Value, $"{alert.When.Unit}", $"{alert.Channels}"));
        Assert.NotNull(alert.Response);
    }

    [Fact]
    public void There_are_nine_alerts_in_both_documents() => Assert.Equal(9, Profile.Alerts.Count);

    /// <summary>"Hotfix Process": branch, pipeline, monitoring.</summary>
    [Theory]
    [InlineData("branch", "create_branch, fix, push")]
    [InlineData("pipeline", "security_scan, tests, build, github_release, chrome_web_store")]
    [InlineData("monitoring", "watch_deployment, watch_errors, watch_impact")]
    public void Process(string phase, string items) => Assert.Equal(items, string.Join(", ", Profile.Checklists["hotfix"].Items.Where(item => item.Phase == phase).Select(item => item.Id)));

    /// <summary>"Hotfix Pipeline" and "Automated Pipeline": security scan, tests, build, GitHub release, Chrome Web Store.</summary>
    [Fact]
    public void Pipeline() => Assert.Equal(["security_scan", "rapid_build", "automated_testing", "deployment_staging", "github_release", "chrome_web_store"], Profile.Pipeline!.Jobs.Select(job => job.Id));

    /// <summary>"Deployment Checklist".</summary>
    [Theory]
    [InlineData("before", "environment_variables, database_schema, certificates, monitoring")]
    [InlineData("deployment", "analytics_backend, dashboard, websocket_server, health_checks")]
    [InlineData("after", "extension_configuration, test_data, alerts, team_access")]
    public void Checklist(string phase, string items) => Assert.Equal(items, string.Join(", ", Profile.Checklists["infrastructure"].Items.Where(item => item.Phase == phase).Select(item => item.Id)));

    /// <summary>"Maintenance": three each; a monthly audit comes from the other document.</summary>
    [Theory]
    [InlineData("Daily", "error_rates, dashboard_health, user_feedback")]
    [InlineData("Weekly", "performance_trends, hotfix_needs, thresholds")]
    [InlineData("Monthly", "database, security_updates, capacity")]
    public void Maintenance(string every, string tasks) => Assert.Equal(tasks, string.Join(", ", Profile.Routines.Where(routine => $"{routine.Every}" == every).Take(3).Select(routine => routine.Id)));

    /// <summary>"Monitoring": three things after a hotfix.</summary>
    [Fact]
    public void Monitoring() => Assert.Equal(["deployment", "error_rate", "user_impact"], Profile.Monitoring.Watches.Select(watch => watch.Id));

    /// <summary>"Dashboard Features": four real-time figures, four histories, three alerts.</summary>
    [Theory]
    [InlineData("active users")]
    [InlineData("stream of events")]
    [InlineData("error rate")]
    [InlineData("response time")]
    [InlineData("growth of users")]
    [InlineData("adoption of features")]
    [InlineData("trend of errors")]
    [InlineData("history of performance")]
    [InlineData("open critical issues")]
    [InlineData("alerts")]
    [InlineData("users' satisfaction")]
    public void Dashboard(string figure) => Assert.Contains(figure, Profile.Monitoring.Dashboard);

    /// <summary>"Metrics Collection": installs, active users, errors, feedback; "Data Privacy": four promises.</summary>
    [Fact]
    public void Telemetry()
    {
        Assert.Equal(["install", "active_user", "feedback"], Profile.Telemetry!.Metrics.Skip(3));
        Assert.Equal(4, Profile.Telemetry.Privacy.Count);
    }
}
