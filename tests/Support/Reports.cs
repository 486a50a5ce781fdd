using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage;

namespace Hotfix.Tests.Support;

/// <summary>Reports, and what the default profile makes of them.</summary>
internal static class Reports
{
    public static Profile Profile { get; } = ProfileReader.BuiltIn("browser-extension");

    public static Repository Repository { get; } = new(7, 42, "acme", "extension");

    public static Assessment Assess(string title, string body = "", Severity? byLabel = null) => new Assessor(Profile).Assess(new(title, body), byLabel);
}
