using System.Text.Json;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli;

/// <summary><c>hotfix config</c> on files and on a repository of the sandbox.</summary>
public sealed class ConfigTests : IDisposable
{
    private const string Token = RepositoryTester.Token;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-config-");

    [Fact]
    public async Task Every_error_is_told_with_its_place()
    {
        var path = Write("severities:\n  P1:\n    respond_in: 4h\nscore: { cap: high }\n");
        var (exitCode, output, error) = await RunAsync("config", "check", path);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{path}:3:5: There is no key `respond_in` here; did you mean `respond_within`?", lines[0], StringComparison.Ordinal);
        Assert.Equal($"{path}:4:15: `cap` must be a number, and this is text.", lines[1]);
    }

    [Fact]
    public async Task Errors_come_as_json_too()
    {
        var (exitCode, output, _) = await RunAsync("config", "check", "--json", Write("score: { cap: high }\n"));
        var error = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());

        Assert.Equal(1, exitCode);
        Assert.Equal(["file", "line", "column", "message"], error.EnumerateObject().Select(property => property.Name));
        Assert.Equal("`cap` must be a number, and this is text.", error.GetProperty("message").GetString());
        Assert.Equal((0, "[]\n"), await RunAsync("config", "check", "--json", Write("score: { cap: 900 }\n")) is var (code, none, _) ? (code, none) : default);
    }

    [Fact]
    public async Task A_right_file_is_told_to_be_right()
    {
        var path = Write("extends: cli\nname: ours\n");

        Assert.Equal((0, $"{path}: no errors. It makes the profile `ours`; `hotfix config show {path}` shows it.\n", ""), await RunAsync("config", "check", path));
    }

    [Fact]
    public async Task The_process_of_a_file_is_shown_with_its_origins()
    {
        var path = Write("extends: cli\nscore: { cap: 900 }\n");
        var (exitCode, output, error) = await RunAsync("config", "show", path, "--origins", "--brief");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith($"# The process of {path}.\nname: cli # cli.yaml:", output, StringComparison.Ordinal);
        Assert.Contains($"\n  cap: 900 # {path}:2\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\ngrammar:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_ships_is_shown()
    {
        var (exitCode, output, _) = await RunAsync("config", "show", "--profile", "web-service");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("# The profile web-service.\nname: web-service\n", output, StringComparison.Ordinal);
        Assert.Contains("\ngrammar:\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        var (exitCode, output, _) = await RunAsync("config", "schema");

        Assert.Equal(0, exitCode);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", JsonDocument.Parse(output).RootElement.GetProperty("$schema").GetString());
    }

    [Theory]
    [InlineData("There is no built-in profile 'english'. It is one of `browser-extension`, `cli`, `web-service`, `appliance`.", "config", "show", "--profile", "english")]
    [InlineData("Say what to show: a file, --profile <name> or --repo <owner/name>, one of them.", "config", "show", "--profile", "cli", "--repo", "acme/extension")]
    [InlineData("'acme' is no repository: --repo is owner/name, like acme/extension.", "config", "show", "--repo", "acme")]
    [InlineData("Say by which process to triage: --profile <name> or --config <file>, one of them; a file says itself what it extends.", "triage", "--stdin", "--profile", "cli", "--config", "x.yml")]
    public async Task What_cannot_be_meant_gets_a_sentence(string sentence, params string[] arguments) => Assert.Equal((1, "", sentence + "\n"), await RunAsync(arguments));

    [Theory]
    [InlineData("check")]
    [InlineData("show")]
    public async Task A_file_that_is_not_there_gets_one_too(string verb)
    {
        var (exitCode, output, error) = await RunAsync("config", verb, "nowhere.yml");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("'nowhere.yml' cannot be read: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Triage_goes_by_a_file()
    {
        var path = Write("severities: { P0: { title: catastrophic } }\n");
        var (exitCode, output, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), "# It crashes for all users\n\nEvery time.", Cancellation, "triage", "--stdin", "--config", path, "--explain", "stdin");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("### P0 catastrophic", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_goes_by_no_file_with_errors()
    {
        var path = Write("score: { cap: high, scale: low }\n");

        Assert.Equal((1, "", $"{path}:1:15: `cap` must be a number, and this is text.\n{path}:1:28: `scale` must be a number, and this is text.\n"), await RunAsync("triage", "--stdin", "--config", path));
    }

    [Fact]
    public async Task A_repository_has_the_process_of_its_file_or_of_its_owners_or_the_default_one()
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        github.AcceptToken(Token);
        var (own, account) = (github.AddRepository("acme", "extension"), github.AddRepository("acme", ".github"));
        Dictionary<string, string> environment = new() { ["HOTFIX_GITHUB_URL"] = $"{github.Url}", ["GITHUB_TOKEN"] = Token };
        string[] show = ["config", "show", "--repo", "acme/extension", "--brief"];

        Assert.StartsWith("# The process of acme/extension: neither it nor acme/.github has a file .github/hotfix.yml that the token in GITHUB_TOKEN may see, so it is the profile browser-extension.\nname: browser-extension\n", await ShowAsync(), StringComparison.Ordinal);

        account.Push("main", ".github/hotfix.yml", "name: of the account\n");
        Assert.StartsWith("# The process of acme/extension: acme/.github/.github/hotfix.yml.\nname: of the account\n", await ShowAsync(), StringComparison.Ordinal);

        own.Push("main", ".github/hotfix.yml", "name: its own\n");
        Assert.StartsWith("# The process of acme/extension: acme/extension/.github/hotfix.yml.\nname: its own\n", await ShowAsync(), StringComparison.Ordinal);

        own.Push("main", ".github/hotfix.yml", "nam: its own\n");
        var (exitCode, _, error) = await HotfixProcess.RunAsync(environment, Cancellation, show);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("acme/extension/.github/hotfix.yml:1:1: There is no key `nam` here; did you mean `name`?", error, StringComparison.Ordinal);

        environment["GITHUB_TOKEN"] = "ghp_unknown";
        Assert.Equal((1, "", "GitHub does not accept the token in GITHUB_TOKEN.\n"), await HotfixProcess.RunAsync(environment, Cancellation, show));

        async Task<string> ShowAsync() => (await HotfixProcess.RunAsync(environment, Cancellation, show)).Output;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => HotfixProcess.RunAsync(new Dictionary<string, string>(), Cancellation, arguments);

    private string Write(string yaml)
    {
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.yml");
        File.WriteAllText(path, yaml);

        return path;
    }
}
