using System.CommandLine;
using Hotfix.Cli.Triage.Fetching;
using Hotfix.Profiles;

namespace Hotfix.Cli.Config;

/// <summary>
/// <c>hotfix config show</c>: the whole process as it counts, as YAML: of a file, of a profile that ships, or of a repository on GitHub. With <c>--origins</c> each value says from which line of which file it comes,
/// with <c>--brief</c> the word lists that every profile shares are left out.
/// </summary>
internal static class ShowVerb
{
    private static readonly Argument<string?> File = new("file") { Description = "A team's file; without one, a profile that ships.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Profile = new("--profile") { Description = $"A profile that ships: {string.Join(", ", BuiltIns.Names)}." };
    private static readonly Option<string> Repo = new("--repo") { Description = "A repository, owner/name: its file, else its owner's, else the default profile. Reads only; the token is taken from GITHUB_TOKEN." };
    private static readonly Option<bool> Origins = new("--origins") { Description = "After each value, a comment that says where it comes from." };
    private static readonly Option<bool> Brief = new("--brief") { Description = "Without the word lists that all profiles share." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var (about, reading) = await ReadAsync(arguments.GetValue(File), arguments.GetValue(Profile), arguments.GetValue(Repo), cancellationToken);
            var yaml = ConfigYaml.Of(ConfigFile.Good(reading), arguments.GetValue(Brief), arguments.GetValue(Origins));
            await Console.Out.WriteAsync($"# {about}\n{yaml}".AsMemory(), cancellationToken);

            return 0;
        }
        catch (Exception wrong) when (wrong is InputException or ProfileException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);

            return 1;
        }
    }

    private static async Task<(string About, ConfigReading Reading)> ReadAsync(string? file, string? profile, string? repository, CancellationToken cancellationToken) => (file, profile, repository) switch
    {
        ({ } path, null, null) => ($"The process of {path}.", ConfigFile.Read(path)),
        (null, _, null) => ($"The profile {profile ?? BuiltIns.Default}.", ConfigReader.BuiltIn(profile ?? BuiltIns.Default)),
        (null, null, { } name) => await RepositoryConfig.ReadAsync(FetchRequest.Parse(name, null, null), cancellationToken),
        _ => throw new InputException("Say what to show: a file, --profile <name> or --repo <owner/name>, one of them."),
    };

    private static Command Create()
    {
        var command = new Command("show", "Show the whole process that a file, a profile or a repository has.") { File, Profile, Repo, Origins, Brief };
        command.SetAction(RunAsync);

        return command;
    }
}
