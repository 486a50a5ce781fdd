using System.CommandLine;
using System.Text.Json;
using Hotfix.Browser;
using Hotfix.Extension;
using Hotfix.Extension.Smoke;

namespace Hotfix.Cli.Extension.Smoke;

/// <summary><c>hotfix extension smoke</c>: whether an extension lives in a real browser, and still reads what the last release stored. Exit code 1 when a check fails.</summary>
internal static class SmokeVerb
{
    private const int MostSeconds = 600;
    private static readonly Argument<string> Package = new("package") { Description = "The extension: its folder, a zip or a CRX." };
    private static readonly Option<string> Previous = new("--previous") { Description = "The last release (folder, zip or CRX): run it first, update, and see whether what it stored can still be read.", HelpName = "old" };
    private static readonly Option<string[]> Dropped = new("--dropped") { Description = "A stored key that this release lets go on purpose; may be said several times.", HelpName = "key" };
    private static readonly Option<string> Chromium = new("--chromium") { Description = "The browser; without it CHROME_PATH, CHROMIUM_PATH, or the usual names.", HelpName = "path" };
    private static readonly Option<int> Timeout = new("--timeout") { Description = "Seconds that the browser, the worker and each page have for an answer.", HelpName = "s", DefaultValueFactory = _ => 30 };
    private static readonly Option<bool> Online = new("--online") { Description = "Let the extension reach the network, which it is kept from otherwise." };
    private static readonly Option<bool> Json = Shared.Json();
    private static readonly Option<bool> Annotations = new("--annotations") { Description = "Also an annotation for each check that failed, as GitHub's workflow commands." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var seconds = arguments.GetValue(Timeout);

        if (seconds is < 1 or > MostSeconds)
        {
            throw new ExtensionException($"--timeout {seconds} is no time to wait: right would be 1 to {MostSeconds} seconds.");
        }

        var now = await ReadAsync(arguments.GetRequiredValue(Package), cancellationToken);
        var last = arguments.GetValue(Previous) is { } old ? await ReadAsync(old, cancellationToken) : null;
        var request = new SmokeRequest(now, last, BrowserPath.Find(arguments.GetValue(Chromium), Environment.GetEnvironmentVariable), arguments.GetValue(Online), TimeSpan.FromSeconds(seconds));
        var start = TimeProvider.System.GetTimestamp();
        var seen = await SmokeRun.RunAsync(request, Progress, TimeProvider.System, cancellationToken);
        var took = Math.Round(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 1);
        var dropped = arguments.GetValue(Dropped) ?? [];
        var checks = SmokeVerdict.Of(seen.Browser, seen.Last, seen.Now, (before, after) => StorageUpkeep.Check(last!, now, before, after, dropped));
        var passed = checks.All(check => check.Passed);
        Progress("");

        await Console.Out.WriteLineAsync(arguments.GetValue(Json)
            ? JsonSerializer.Serialize(new SmokeLine(SmokeCheckLine.Word(passed), SafeText.Of(seen.Browser), took, [.. checks.Select(SmokeCheckLine.Of)]), SmokeJson.Readable.SmokeLine)
            : SmokeText.Of(checks, took));

        foreach (var line in arguments.GetValue(Annotations) ? SmokeText.Annotations(checks) : [])
        {
            // Where standard output is JSON, the runner reads them as well from standard error.
            await (arguments.GetValue(Json) ? Console.Error : Console.Out).WriteLineAsync(line);
        }

        return passed ? 0 : 1;
    }

    private static async Task<ExtensionPackage> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var package = await PackageInput.ReadAsync(path, cancellationToken);
        package.NeededManifest($"'{path}'");

        return package;
    }

    /// <summary>What is being done, where somebody watches; each in place of the one before.</summary>
    private static void Progress(string what)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r\u001b[K{what}");
        }
    }

    private static Command Create()
    {
        var command = new Command("smoke", "Run an extension in a real browser: it starts, its pages open, nothing complains, and what the last release stored is still read.")
        {
            Package, Previous, Dropped, Chromium, Timeout, Online, Json, Annotations,
        };
        command.SetAction(RunAsync);

        return command;
    }
}
