using System.CommandLine;
using Hotfix.Cli.Config;
using Hotfix.Cli.Triage.Fetching;
using Hotfix.Profiles;
using Hotfix.Triage;

namespace Hotfix.Cli.Triage;

/// <summary>
/// <c>hotfix triage</c>: tries triage on reports of a file, of standard input, or of a repository, and writes nothing to GitHub. Prints a table, with <c>--json</c> one line a report,
/// with <c>--explain</c> one report's card.
/// </summary>
internal static class TriageVerb
{
    private static readonly Option<string> File = new("--file") { Description = "A report (.md), or reports (.json, .jsonl: one object a line with id, title, body)." };
    private static readonly Option<bool> Stdin = new("--stdin") { Description = "Reports from standard input: .jsonl, or one report as Markdown." };
    private static readonly Option<string> Repo = new("--repo") { Description = "The issues of a repository, owner/name. Reads only; the token is taken from GITHUB_TOKEN." };
    private static readonly Option<string> State = new("--state") { Description = "Which issues of the repository: open (the default), closed or all." };
    private static readonly Option<string> Limit = new("--limit") { Description = "So many of its newest issues (default: all)." };
    private static readonly Option<bool> Json = new("--json") { Description = "One line of JSON a report instead of a table." };
    private static readonly Option<string> Explain = new("--explain") { Description = "The card of the report with this id." };
    private static readonly Option<string> ProfileName = new("--profile") { Description = $"The profile to triage by: {string.Join(", ", BuiltIns.Names)} (default: {BuiltIns.Default})." };
    private static readonly Option<string> ConfigPath = new("--config") { Description = "The team's file to triage by, like .github/hotfix.yml." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("triage", "Try triage on reports, without GitHub hearing of it.") { File, Stdin, Repo, State, Limit, Json, Explain, ProfileName, ConfigPath };
        command.SetAction(RunAsync);

        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var profile = Profile(arguments.GetValue(ProfileName), arguments.GetValue(ConfigPath));
            var assessor = new Assessor(profile);
            var reports = Reports(arguments, cancellationToken).Select(row => Triaged.Of(row, assessor, profile));

            return arguments.GetValue(Explain) is { } id
                ? await TriageOutput.ExplainAsync(reports, id, profile)
                : await TriageOutput.PrintAsync(reports, arguments.GetValue(Json), profile);
        }
        catch (Exception wrong) when (wrong is InputException or ProfileException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);

            return 1;
        }
    }

    private static Domain.Profile Profile(string? name, string? path) => (name, path) switch
    {
        (_, null) => ProfileReader.BuiltIn(name ?? BuiltIns.Default),
        (null, { } file) => ConfigFile.Good(ConfigFile.Read(file)).Profile!,
        _ => throw new InputException("Say by which process to triage: --profile <name> or --config <file>, one of them; a file says itself what it extends."),
    };

    private static IAsyncEnumerable<ReportRow> Reports(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (state, limit) = (arguments.GetValue(State), arguments.GetValue(Limit));

        return (arguments.GetValue(File), arguments.GetValue(Stdin), arguments.GetValue(Repo)) switch
        {
            (null, false, { } repository) => RepositoryReports.ReadAsync(FetchRequest.Parse(repository, state, limit), cancellationToken),
            (_, _, null) when (state ?? limit) is not null => throw new InputException("--state and --limit choose among the issues of a repository: they need --repo owner/name."),
            ({ } path, false, null) => ReportFile.ReadAsync(path, cancellationToken),
            (null, true, null) => StandardInput.ReadAsync(Console.In, cancellationToken),
            _ => throw new InputException("Say where the reports are: --file <path>, --stdin or --repo <owner/name>, one of them."),
        };
    }
}
