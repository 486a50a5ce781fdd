using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage;

namespace Hotfix.Tests.Support;

/// <summary>Reports, and what the default profile makes of them.</summary>
internal static class Reports
{
    public static Profile Profile { get; } = ProfileReader.BuiltIn("browser-extension");

    public static Repository Repository { get; } = new(7, 42, "acme", "extension");

    public static TeamProcess Process { get; } = new(Profile, new Dictionary<string, string>());

    /// <summary>What a decision looks at besides the event: the default profile, nobody's load, nothing past.</summary>
    public static IssueFacts Facts(Profile? profile = null) => new(
        profile is null ? Process : new(profile, new Dictionary<string, string>()),
        "delivery",
        new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        new Dictionary<string, int>(),
        null,
        new Dictionary<Impact, Values<TimeSpan>>());

    public static Assessment Assess(string title, string body = "", Severity? byLabel = null) => new Assessor(Profile).Assess(new(title, body), byLabel);
}
