using Hotfix.Profiles;

namespace Hotfix.Cli.Demo;

/// <summary>A dozen reports in a dozen voices, for the demo, each with what triage has to make of it by each of the profiles that ship.</summary>
internal static class DemoReports
{
    /// <summary>The title of the one that is mended: to every profile a hotfix.</summary>
    public const string Mended = "Titles of other users' projects run as script";

    /// <summary>What is expected stands in the order of <see cref="BuiltIns.Names"/>: browser-extension, cli, web-service, appliance.</summary>
    private static readonly (string Title, string Body, string[] Expected)[] All =
    [
        ("The extension crashes for all users since the update", "Every time I open the popup it is gone. Restarting the browser does not help.",
            ["P0 hotfix now", "P0 hotfix now", "P0 hotfix now", "P1 immediately"]),
        (Mended, "XSS in the list: a title with markup in it runs for everyone who opens the page.",
            ["P0 hotfix now", "P0 hotfix now", "P0 hotfix now", "P0 immediately"]),
        ("[P0] All my chats are lost", "After the update my chats are gone. 60 % of our users write the same.",
            ["P0 hotfix now", "P0 hotfix now", "P0 hotfix now", "P0 immediately"]),
        ("Create project fails sometimes", "The button spins, then nothing. I tried three times.",
            ["P1 hotfix likely", "P1 hotfix likely", "P1 normal process", "P2 roadmap"]),
        ("Downloaded images are empty", "### Severity\n\nHigh - Major inconvenience\n\n### Actual result\n\nDownload images often saves empty files.\n\n### Logs\n\n```text\nTypeError: blob is undefined\n```",
            ["P1 hotfix likely", "P1 hotfix likely", "P1 normal process", "P1 immediately"]),
        ("Saving the settings fails", "It says \"network error\". If I reload, it works on the second try. Only me, I think.",
            ["P2 batch", "P2 next release", "P2 normal process", "P2 roadmap"]),
        ("Popup is slow", "It takes ten seconds to open. High CPU all the time.",
            ["P2 batch", "P2 next release", "P2 normal process", "P2 roadmap"]),
        ("CRITICAL!!! the icon is one pixel too low", "Look at it!!!",
            ["P3 batch", "P3 backlog", "P3 normal process", "P3 roadmap"]),
        ("Would it delete my chats if I log out?", "No crash, no trouble. I only want to know before I try.",
            ["Question", "Question", "Question", "Question"]),
        ("Please add a dark theme", "White hurts my eyes at night. My mail client crashes in dark mode, so take care.",
            ["Feature request", "Feature request", "Feature request", "Feature request"]),
        ("it is broken", "",
            ["Needs information", "Needs information", "Needs information", "Needs information"]),
        ("@everyone fixes #1 ![x](https://example.com/x.png)", "The popup `crash`es? No. <script>alert(1)</script> But it hangs\u202E when | I | open a [trap](https://example.com).",
            ["P1 a person decides", "P1 hotfix likely", "P1 normal process", "P2 roadmap"]),
    ];

    /// <summary>The dozen as this profile has to take them.</summary>
    /// <param name="profile">One of <see cref="BuiltIns.Names"/>.</param>
    public static IReadOnlyList<DemoReport> Of(string profile)
    {
        var at = BuiltIns.Names.Index().First(name => name.Item == profile).Index;

        return [.. All.Select(report => DemoReport.Of(report.Title, report.Body, report.Expected[at]))];
    }
}

/// <summary>A report, and what its card must be headed: the severity and the decision, or for what is no bug what it is and no decision.</summary>
internal sealed record DemoReport(string Title, string Body, string Verdict, string Decision)
{
    public static DemoReport Of(string title, string body, string expected) => expected is ['P', >= '0' and <= '3', ' ', .. var decision]
        ? new(title, body, expected[..2], decision)
        : new(title, body, expected, "");
}
