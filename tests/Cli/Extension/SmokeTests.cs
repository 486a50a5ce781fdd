using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Extension;

/// <summary><c>hotfix extension smoke</c> as a workflow runs it.</summary>
public sealed class SmokeTests : IDisposable
{
    private readonly ExtensionTester tester = new();

    /// <summary>A place for temporary files that is looked at afterwards.</summary>
    private Dictionary<string, string> Temporary => new() { ["TMPDIR"] = Directory.CreateDirectory(tester["tmp"]).FullName };

    [Fact]
    public async Task A_healthy_release_passes_against_the_signed_one_before_and_leaves_nothing_behind()
    {
        var first = Samples.WriteNotes(tester["first"]);
        await ExtensionTester.RunAsync(ExtensionTester.WithKey, "pack", first, "--out", tester["first.zip"], "--crx", tester["first.crx"]);

        var line = await ExtensionTester.JsonAsync(Temporary, "smoke", Samples.WriteNotes(tester["next"], "storage-migrated"), "--previous", tester["first.crx"]);

        Assert.Equal("success", line.GetProperty("conclusion").GetString());
        Assert.StartsWith("Chrome ", line.GetProperty("browser").GetString(), StringComparison.Ordinal);
        Assert.Equal(["load success", "worker success", "popup success", "options success", "storage success"], line.GetProperty("checks").EnumerateArray().Select(check => $"{check.GetProperty("name")} {check.GetProperty("conclusion")}"));
        Assert.Empty(Directory.GetFileSystemEntries(tester["tmp"]));
    }

    [Fact]
    public async Task What_an_extension_shouts_reaches_no_runner_and_no_terminal()
    {
        var (exitCode, output, error) = await ExtensionTester.RunAsync(Temporary, "smoke", Samples.WriteNotes(tester["x"], "shouts"), "--annotations");
        var lines = output.TrimEnd().Split('\n');

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Equal(6, lines.Length); // four checks, the sum, an annotation
        Assert.StartsWith("FAIL  popup    popup.html: console.error: ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("4 checks, 1 failed, ", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("::error title=smoke%3A popup::popup.html: console.error: ", lines[5], StringComparison.Ordinal);
        Assert.DoesNotContain("##[", output, StringComparison.Ordinal);
        Assert.Equal(2, lines.Sum(line => line.Split("::").Length - 1)); // ours, around the title
        Assert.DoesNotContain(output, character => character is '\u001b' or '\u202e' or '\r');
        Assert.Empty(Directory.GetFileSystemEntries(tester["tmp"]));
    }

    [Fact]
    public async Task What_cannot_be_run_is_one_sentence()
    {
        var notes = Samples.WriteNotes(tester["x"]);
        tester.Write("empty/readme", "");

        Assert.Equal("--timeout 0 is no time to wait: right would be 1 to 600 seconds.", await ExtensionTester.RefusalAsync("smoke", notes, "--timeout", "0"));
        Assert.Equal("There is no program '/gone', which --chromium says is the browser.", await ExtensionTester.RefusalAsync("smoke", notes, "--chromium", "/gone"));
        Assert.Equal($"There is no manifest.json at the root of '{tester["empty"]}'.", await ExtensionTester.RefusalAsync("smoke", tester["empty"]));
        Assert.Equal($"There is no folder or file '{tester["gone.zip"]}'.", await ExtensionTester.RefusalAsync("smoke", notes, "--previous", tester["gone.zip"]));
    }

    public void Dispose() => tester.Dispose();
}
