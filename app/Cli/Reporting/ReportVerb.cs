using System.CommandLine;
using Hotfix.Cli.Deliveries;
using Hotfix.Ports;

namespace Hotfix.Cli.Reporting;

/// <summary>
/// <c>hotfix report</c>: the last step of the hotfix workflow tells the App what came of it. A report that cannot be made, sent or believed is told and fails nothing, unless <c>--strict</c> says so:
/// what was built is built.
/// <para>Settings: <c>HOTFIX_URL</c>, and what the runner gives (<see cref="RunnerToken"/>). Exit code: 0; 1 with <c>--strict</c> where the App did not take it in.</para>
/// </summary>
internal static class ReportVerb
{
    private static readonly Option<string> File = new("--file") { Description = "The report, as JSON (README, \"What a workflow tells\").", HelpName = "report.json", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "The App's public address; HOTFIX_URL where it is left out.", HelpName = "url" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Fail where the App did not take it in." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var app = AppAddress.Read(arguments.GetValue(To));
            var report = await ReportFile.ReadAsync(arguments.GetRequiredValue(File), cancellationToken);
            using var http = ReportDoor.Client();
            var token = await new RunnerToken(http).GetAsync(app, cancellationToken);
            RunnerLog.Mask(Console.Out, token);
            var delivery = await new ReportDoor(http, TimeProvider.System).SendAsync(app, token, report, cancellationToken);
            await Console.Out.WriteLineAsync($"{app} took the report in as delivery {Visible.Of(delivery)}.");

            return 0;
        }
        catch (Exception wrong) when (wrong is InputException or UnavailableException or RefusedException or SettingsException)
        {
            var isStrict = arguments.GetValue(Strict);
            await RunnerLog.ComplainAsync(isStrict, $"The App was not told. {Visible.Of(wrong.Message)}");

            return isStrict ? 1 : 0;
        }
    }

    private static Command Create()
    {
        var command = new Command("report", "Tell the App what came of the hotfix workflow's run, from a step of it.") { File, To, Strict };
        command.SetAction(RunAsync);

        return command;
    }
}
