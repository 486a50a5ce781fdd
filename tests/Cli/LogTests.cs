using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Cli;

/// <summary><c>--log</c>: text for people, JSON for what collects logs.</summary>
public sealed class LogTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-log-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_is_one_object_a_line_from_the_first_to_the_last()
    {
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);

        var (id, log) = await ServeAsync("--log", "json");

        var lines = log.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.StartsWith("Hotfix listens on http://127.0.0.1:", lines[0].GetProperty("Message").GetString(), StringComparison.Ordinal);
        var delivery = Assert.Single(lines, line => line.GetProperty("State").TryGetProperty("Id", out var one) && one.GetString() == id);
        Assert.Equal("P0 hotfix now", delivery.GetProperty("State").GetProperty("Outcome").GetString());
        Assert.All(lines, line => Assert.InRange(DateTimeOffset.Parse(line.GetProperty("Timestamp").GetString()!, CultureInfo.InvariantCulture), before, DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task Text_is_the_default()
    {
        var (id, log) = await ServeAsync();

        Assert.Contains(log, line => Regex.IsMatch(line, $"^[-0-9]+ [:.0-9]+Z info: .*{id} issues acme/extension: P0 hotfix now in "));
    }

    [Theory]
    [InlineData("xml", "serve", "--log", "xml")]
    [InlineData("xml", "--log", "xml")]
    [InlineData("", "serve", "--log", "")]
    public async Task A_wrong_format_is_named(string format, params string[] arguments)
    {
        var (exitCode, _, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), Cancellation, arguments);

        Assert.Equal((1, $"--log is '{format}': it is text, or json for one object a line."), (exitCode, error.Trim()));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(string Id, IReadOnlyList<string> Log)> ServeAsync(params string[] arguments)
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        var repository = github.AddRepository("acme", "extension");
        await using var hotfix = await HotfixProcess.StartAsync(github, Path.Combine(folder.FullName, "hotfix.db"), Cancellation, arguments);
        var (_, delivery) = repository.File("The extension crashes for all users", "");

        await github.SendAsync(delivery, hotfix.Hook, Cancellation);
        await hotfix.Output.FirstAsync(line => line.Contains(delivery.Id, StringComparison.Ordinal), Cancellation);

        return (delivery.Id, await hotfix.StopAsync());
    }
}
