namespace Hotfix.Cli;

/// <summary>A dozen reports in a dozen voices, for the demo, each with what triage has to make of it.</summary>
internal static class DemoReports
{
    public static IReadOnlyList<DemoReport> All { get; } =
    [
        new("The extension crashes for all users since the update", "Every time I open the popup it is gone. Restarting the browser does not help.", "P0", "hotfix now"),
        new("XSS in the project title", "A title with markup in it runs as script for everyone who opens the project.", "P0", "hotfix now"),
        new("[P0] All my chats are lost", "After the update my chats are gone. 60 % of our users write the same.", "P0", "hotfix now"),
        new("Severity: high. Create project fails sometimes", "The button spins, then nothing. Sometimes it works on the second try.", "P1", "hotfix likely"),
        new("Download images is broken", "### Severity\n\nHigh - Major inconvenience\n\n### What happened\n\nThe feature sometimes fails, it often saves empty files.", "P1", "hotfix likely"),
        new("Network returns an error after a while", "Works again when I reload the page. Only me, I think.", "P1", "a person decides"),
        new("Popup is slow", "It takes ten seconds to open. High CPU all the time.", "P2", "batch"),
        new("Wrong color of the send button", "It is grey on grey in the dark theme, for all users.", "P2", "batch"),
        new("low: typo in the settings", "It says \"Promtps\".", "P3", "batch"),
        new("Question about the log", "My log has this line, is it normal?\n\n```\nwatcher: 0 crashes, 0 security findings\n```", "P2", "batch"),
        new("@everyone fixes #1 ![x](https://example.com/x.png)", "It `crash`es? No. <script>alert(1)</script> The injection\u202E field | is | a [trap](https://example.com).", "P0", "a person decides"),
        new("Cannot install", "The store says \"package is invalid\". It is broken for many users.", "P2", "a person decides"),
    ];
}

/// <summary>A report, and the severity and decision it must get.</summary>
internal sealed record DemoReport(string Title, string Body, string Severity, string Decision);
