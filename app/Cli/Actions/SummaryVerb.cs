using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hotfix.Cli.Actions;

/// <summary>
/// <c>hotfix action summary</c>: prints a run's Markdown, writes its <c>report.json</c> into its folder, and its outputs to the runner's file. The caller's <c>toJSON(needs)</c> comes by <c>NEEDS</c>.
/// </summary>
internal static class SummaryVerb
{
    private static readonly Argument<string> Folder = new("state") { Description = "The folder in which the steps left what they did." };
    private static readonly Option<string> Outputs = new("--outputs") { Description = "The file of the runner that takes outputs (GITHUB_OUTPUT).", HelpName = "file", Required = true };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetRequiredValue(Folder);
        var state = await RunState.ReadAsync(folder, Environment.GetEnvironmentVariable("NEEDS") ?? "", cancellationToken);
        var report = RunReporting.Of(state);
        var json = JsonSerializer.Serialize(report, RunReportJson.Readable.RunReport);
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), json, cancellationToken);
        await File.AppendAllTextAsync(arguments.GetRequiredValue(Outputs), Text(report, state, json), cancellationToken);
        await Console.Out.WriteLineAsync(RunMarkdown.Of(report, state));

        return 0;
    }

    private static string Text(RunReport report, RunState state, string json)
    {
        var stem = $"{state.Facts["name"]}-{state.Facts["version"]}";
        var sarif = Path.Combine(state.Folder, "lint.sarif");
        var text = new StringBuilder();

        foreach (var (name, value) in new (string, string?)[]
        {
            ("result", report.Result),
            ("version", report.Version),
            ("store-version", state.Facts["store_version"]),
            ("tag", state.Facts["tag"]),
            ("release-url", report.Release),
            ("package", PathOf($"{stem}.zip")),
            ("package-sha256", state.Files.FirstOrDefault(file => file.Name == $"{stem}.zip")?.Sha256),
            ("crx", PathOf($"{stem}.crx")),
            ("extension-id", state.ExtensionId),
            ("sarif", File.Exists(sarif) ? sarif : null),
            ("store-state", report.Store?.State),
            ("report", json),
        })
        {
            // A delimiter that nobody can know beforehand: what is between is a value, whatever it holds.
            var end = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            text.Append($"{name}<<{end}\n{value}\n{end}\n");
        }

        return text.ToString();

        string? PathOf(string name) => Path.Combine(state.Folder, "files", name) is var path && File.Exists(path) ? path : null;
    }

    private static Command Create()
    {
        var command = new Command("summary", "Print what a run of the Action did, and write its report and outputs.") { Folder, Outputs };
        command.SetAction(RunAsync);

        return command;
    }
}
