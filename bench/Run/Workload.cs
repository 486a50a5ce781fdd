using Hotfix.Sandbox;

namespace Hotfix.Bench.Run;

/// <summary>Makes deliveries of issues just opened, as GitHub's are, in a few accounts' repositories; the same ones in the same order each time but for their numbers.</summary>
internal sealed class Workload : IAsyncDisposable
{
    private const int Accounts = 8;

    private static readonly string[] Titles =
    [
        "The extension crashes for all users", "The popup is slow since the update", "The color of the button is wrong", "Settings are lost after a restart of the browser",
        "Cannot log in with a second account", "The page takes a minute to load", "A typo in the options page", "The content script breaks the site",
    ];

    private const string Body =
        """
        ### What happened
        After the update to 4.2.16 it happens every time, on three machines. It worked before.

        ### Steps
        1. Open the browser and let the extension start.
        2. Click the icon, choose **Settings**, then the second tab.
        3. Wait a few seconds.

        ### Environment
        Chrome 130, Windows 11, extension 4.2.16, about 400 people of our team have it.

        ```
        TypeError: Cannot read properties of undefined (reading 'settings')
            at render (popup.js:214:17)
            at async main (popup.js:31:3)
        ```
        """;

    private readonly SandboxGitHub source;
    private readonly SandboxRepository[] repositories;
    private int made;

    private Workload(SandboxGitHub source) =>
        (this.source, repositories) = (source, [.. Enumerable.Range(1, Accounts).Select(number => source.AddRepository($"team-{number}", "extension"))]);

    public SandboxApp App => source.App;

    /// <summary>Nobody calls this GitHub; it knows what GitHub's deliveries look like.</summary>
    public static async Task<Workload> MakeAsync(CancellationToken cancellationToken) => new(await SandboxGitHub.StartAsync(new(), cancellationToken));

    public IReadOnlyList<Tracked> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    public Tracked Ping() => Signed(source.Ping(), "");

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private Tracked Next()
    {
        var number = made++;
        var (issue, delivery) = repositories[number % Accounts].File($"{Titles[number % Titles.Length]} ({number})", Body);

        return Signed(delivery, $"{issue.Repository.FullName}/issues/{issue.Number}");
    }

    private Tracked Signed(SandboxDelivery delivery, string issue) => new(delivery.Id, delivery.Event, delivery.Payload, SandboxHook.Sign(App.WebhookSecret, delivery.Payload), issue);
}
