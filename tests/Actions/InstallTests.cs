using System.Security.Cryptography;
using System.Text;
using Hotfix.Sandbox.Runner;
using Hotfix.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hotfix.Tests.Actions;

/// <summary>Which program the Action runs: that of its own release, and only if it is the one that was released; else one from source.</summary>
public sealed class InstallTests : IDisposable
{
    private const string Program = "#!/usr/bin/env bash\n[ \"$1\" = --version ] && echo 9.9.9 && exit 0\nexit 1\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-install-");

    private string Action => Path.Combine(folder.FullName, "action");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_program_of_its_own_release_is_fetched_once_and_its_digest_is_compared()
    {
        var asked = 0;
        await using var host = await ServeAsync(() =>
        {
            asked++;

            return Program;
        });
        Copy(host.Urls.First(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Program))));

        var first = await RunAsync();
        var second = await RunAsync();

        Assert.All((RunnerResult[])[first, second], result => Assert.Contains("hotfix 9.9.9", result.Log, StringComparison.Ordinal));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_program_with_another_digest_is_not_run()
    {
        await using var host = await ServeAsync(() => Program + "echo evil\n");
        Copy(host.Urls.First(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Program))));

        var result = await RunAsync();

        Assert.Equal("failure", result.Step("install").Outcome);
        Assert.Contains("has another sha256 than the one kept with the action", result.Log, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "tools"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Beside_no_release_it_is_built_from_source()
    {
        Copy(null, "");
        var bin = Path.Combine(folder.FullName, "bin");
        ScriptFile.Write(
            Path.Combine(bin, "dotnet"),
            $"#!/usr/bin/env bash\necho \"dotnet $*\"\nwhile [ \"$1\" != -o ]; do shift; done\nmkdir -p \"$2\"\nprintf '%s' '{Program.Replace("'", "'\\''", StringComparison.Ordinal)}' >\"$2/hotfix\"\nchmod +x \"$2/hotfix\"\n");

        var result = await RunAsync(bin);

        Assert.Contains($"dotnet publish {Action}/../app -c Release", result.Log, StringComparison.Ordinal);
        Assert.Contains("hotfix 9.9.9", result.Log, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The later steps fail: this program knows nothing but its version.</summary>
    private async Task<RunnerResult> RunAsync(string? bin = null)
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{bin}{(bin is null ? "" : ":")}{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = folder.FullName,
            ["RUNNER_TOOL_CACHE"] = Path.Combine(folder.FullName, "tools"),
            ["NO_PROXY"] = "*",
            ["no_proxy"] = "*",
        };
        var options = new RunnerOptions(folder.FullName, Path.Combine(folder.FullName, "temp"), "token-of-a-test", environment, new Dictionary<string, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>?>>());

        return await new ActionRunner(Action, options).RunAsync(new Dictionary<string, string>(), Cancellation);
    }

    /// <summary>The action as it is in a release, where one is given.</summary>
    private void Copy(string? address, string digest)
    {
        foreach (var file in Directory.GetFiles(ActionTester.ActionFolder(), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Action, Path.GetRelativePath(ActionTester.ActionFolder(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (address is not null)
        {
            File.WriteAllText(Path.Combine(Action, "release.txt"), $"{address}/releases/download/v9.9.9\n");
            File.WriteAllText(Path.Combine(Action, "checksums.txt"), string.Concat(((string[])["linux-x64", "linux-arm64", "osx-arm64"]).Select(name => $"{digest}  hotfix-{name}\n")));
        }
    }

    private static async Task<WebApplication> ServeAsync(Func<string> program)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var host = builder.Build();
        host.Run(context => context.Request.Path.StartsWithSegments("/releases/download/v9.9.9", StringComparison.Ordinal) ? context.Response.WriteAsync(program(), Cancellation) : Task.CompletedTask);
        await host.StartAsync(Cancellation);

        return host;
    }
}
