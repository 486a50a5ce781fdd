namespace Hotfix.Cli;

/// <summary>A dozen reports in a dozen voices, for the demo, each with what triage has to make of it.</summary>
internal static class DemoReports
{
    public static IReadOnlyList<DemoReport> All { get; } =
    [
        new("The extension crashes for all users since the update", "Every time I open the popup it is gone. Restarting the browser does not help.", "P0", "hotfix now"),
        new("Titles of other users' projects run as script", "XSS in the list: a title with markup in it runs for everyone who opens the page.", "P0", "hotfix now"),
        new("[P0] All my chats are lost", "After the update my chats are gone. 60 % of our users write the same.", "P0", "hotfix now"),
        new("Create project fails sometimes", "The button spins, then nothing. I tried three times.", "P1", "hotfix likely"),
        new("Downloaded images are empty", "### Severity\n\nHigh - Major inconvenience\n\n### Actual result\n\nDownload images often saves empty files.\n\n### Logs\n\n```text\nTypeError: blob is undefined\n```", "P1", "hotfix likely"),
        new("Saving the settings fails", "It says \"network error\". If I reload, it works on the second try. Only me, I think.", "P2", "batch"),
        new("Popup is slow", "It takes ten seconds to open. High CPU all the time.", "P2", "batch"),
        new("CRITICAL!!! the icon is one pixel too low", "Look at it!!!", "P3", "batch"),
        new("Would it delete my chats if I log out?", "No crash, no trouble. I only want to know before I try.", "Question", ""),
        new("Please add a dark theme", "White hurts my eyes at night. My mail client crashes in dark mode, so take care.", "Feature request", ""),
        new("it is broken", "", "Needs information", ""),
        new("@everyone fixes #1 ![x](https://example.com/x.png)", "The popup `crash`es? No. <script>alert(1)</script> But it hangs\u202E when | I | open a [trap](https://example.com).", "P1", "a person decides"),
    ];
}

/// <summary>A report, and what its card must be headed: the severity and the decision, or for what is no bug what it is.</summary>
internal sealed record DemoReport(string Title, string Body, string Verdict, string Decision);
