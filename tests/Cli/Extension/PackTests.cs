using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Extension;

/// <summary><c>hotfix extension pack</c>.</summary>
public sealed class PackTests : IDisposable
{
    private readonly ExtensionTester tester = new();

    [Fact]
    public async Task The_same_bytes_whatever_folder_time_zone_locale_and_file_times()
    {
        var here = tester.Extension("one");
        var there = tester.Extension("deep/er/two");
        File.SetLastWriteTimeUtc(Path.Combine(there, "manifest.json"), new DateTime(1999, 12, 31, 23, 59, 59, DateTimeKind.Utc));
        await Tool.RunAsync("chmod", TestContext.Current.CancellationToken, "700", Path.Combine(there, "manifest.json"));

        await ExtensionTester.RunAsync(new Dictionary<string, string> { ["TZ"] = "Pacific/Kiritimati", ["LC_ALL"] = "tr_TR.UTF-8" }, "pack", here, "--out", tester["one.zip"]);
        await ExtensionTester.RunAsync(new Dictionary<string, string> { ["TZ"] = "America/Anchorage", ["LC_ALL"] = "C" }, "pack", there + "/", "--out", tester["two.zip"]);

        Assert.Equal(tester.Read("one.zip"), tester.Read("two.zip"));
    }

    [Fact]
    public async Task What_the_ignore_file_names_is_left_out()
    {
        var folder = tester.Extension("x");
        tester.Write("x/.hotfixignore", "*.map\ntest/\n!.well-known\n");
        tester.Write("x/src/worker.js.map", "{}");
        tester.Write("x/test/a.js", "");
        tester.Write("x/.well-known", "");
        tester.Write("x/.env", "SECRET=1");
        tester.Write("x/node_modules/a/b.js", "");

        var json = await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "pack", folder, "--out", tester["x.zip"]);

        Assert.Equal(4, json.GetProperty("files").GetInt32());
        Assert.Equal([".env", ".hotfixignore", "node_modules", "src/worker.js.map", "test"], json.GetProperty("leftOut").EnumerateArray().Select(path => path.GetString()));
    }

    [Fact]
    public async Task It_says_what_it_made()
    {
        var (exitCode, output, error) = await ExtensionTester.RunAsync(ExtensionTester.WithKey, "pack", tester.Extension("x"), "--out", tester["x.zip"], "--crx", tester["x.crx"]);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches($@"^.*x\.zip: 3 files, 113 bytes packed to \d+\nsha256 [0-9a-f]{{64}}\n.*x\.crx: signed as {Golden.Id}\nsha256 [0-9a-f]{{64}}\n$", output);
    }

    [Fact]
    public async Task A_link_inside_is_followed()
    {
        var folder = tester.Extension("x");
        File.CreateSymbolicLink(Path.Combine(folder, "copy.txt"), "größe.txt");

        Assert.Equal(4, (await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "pack", folder, "--out", tester["x.zip"])).GetProperty("files").GetInt32());
    }

    [Theory]
    [InlineData("/etc/hostname", "'link' is a link that leads out of the folder: a package holds files, not links.")]
    [InlineData("../outside.txt", "'link' is a link that leads out of the folder: a package holds files, not links.")]
    [InlineData("src", "'link' is a link to 'src', which is no file: a package holds files, not links.")]
    [InlineData("nowhere", "'link' is a link to 'nowhere', which is no file: a package holds files, not links.")]
    [InlineData("link", "'link' is a link that leads nowhere or in a circle.")]
    public async Task A_link_that_leads_elsewhere_is_refused(string target, string sentence)
    {
        var folder = tester.Extension("x");
        tester.Write("outside.txt", "secret");
        File.CreateSymbolicLink(Path.Combine(folder, "link"), target);

        Assert.Equal(sentence, await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["x.zip"]));
        Assert.False(File.Exists(tester["x.zip"]));
    }

    [Theory]
    [InlineData("secret.pem")]
    [InlineData(".env")]
    [InlineData("test/a.js")]
    [InlineData("src/../test/a.js")]
    public async Task What_is_left_out_does_not_get_in_by_a_link(string target)
    {
        var folder = tester.Extension("x");
        tester.Write("x/.hotfixignore", "test/\n");
        tester.Write("x/secret.pem", "secret");
        tester.Write("x/.env", "secret");
        tester.Write("x/test/a.js", "");
        File.CreateSymbolicLink(Path.Combine(folder, "ok.txt"), target);

        Assert.Equal(
            $"'ok.txt' is a link to '{target.Replace("src/../", "", StringComparison.Ordinal)}', which is left out of the package: remove the link, or take the file back in with a line in .hotfixignore.",
            await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["x.zip"]));
        Assert.False(File.Exists(tester["x.zip"]));
    }

    /// <summary>A hidden folder is left out before anybody asks whether it is a link; a way through it must not be taken either.</summary>
    [Fact]
    public async Task A_link_through_a_hidden_link_is_refused()
    {
        var folder = tester.Extension("x");
        tester.Write("secrets/key.txt", "secret");
        File.CreateSymbolicLink(Path.Combine(folder, ".hidden"), tester["secrets"]);
        File.CreateSymbolicLink(Path.Combine(folder, "link"), ".hidden/key.txt");

        Assert.Equal("'link' is a link that leads out of the folder: a package holds files, not links.", await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["x.zip"]));
    }

    [Fact]
    public async Task An_ignore_file_without_end_is_not_read()
    {
        var folder = tester.Extension("x");
        tester.Write("x/.hotfixignore", new string('x', 70_000));

        Assert.Equal(".hotfixignore has 70,000 bytes; at most 65,536 are read.", await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["x.zip"]));
    }

    [Fact]
    public async Task Two_names_that_differ_in_case_are_refused()
    {
        var folder = tester.Extension("x");
        tester.Write("x/src/Worker.js", "");

        Assert.Contains("differ only in case", await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["x.zip"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_is_written_or_nothing()
    {
        var folder = tester.Extension("x");
        var zip = tester["p.zip"];
        await Tool.RunAsync("mkfifo", TestContext.Current.CancellationToken, tester["pipe"]);
        File.CreateSymbolicLink(tester["link"], tester["x/manifest.json"]);

        Assert.Equal(
            $"'{tester["none/p.crx"]}' cannot be written: it is a folder, or lies in one that is not there.", await ExtensionTester.RefusalAsync(ExtensionTester.WithKey, "pack", folder, "--out", zip, "--crx", tester["none/p.crx"]));
        Assert.Equal($"'{zip}' cannot be written twice: give each file a name of its own.", await ExtensionTester.RefusalAsync(ExtensionTester.WithKey, "pack", folder, "--out", zip, "--crx", zip));
        Assert.Equal($"'{tester["pipe"]}' cannot be written: it is a pipe or a device.", await ExtensionTester.RefusalAsync(ExtensionTester.WithKey, "pack", folder, "--out", zip, "--crx", tester["pipe"]));
        Assert.Equal("'/dev/null' cannot be written: it is a pipe or a device.", await ExtensionTester.RefusalAsync("pack", folder, "--out", "/dev/null"));
        Assert.Equal($"'{tester["link"]}' cannot be written: it is a link.", await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["link"]));
        Assert.False(File.Exists(zip));
        Assert.Empty(Directory.GetFiles(tester[""], ".hotfix-*"));
    }

    [Fact]
    public async Task An_empty_file_may_be_written_over()
    {
        tester.Write("p.zip", "");

        Assert.Equal(0, (await ExtensionTester.RunAsync("pack", tester.Extension("x"), "--out", tester["p.zip"])).ExitCode);
        Assert.NotEmpty(tester.Read("p.zip"));
    }

    [Fact]
    public async Task What_would_be_packed_the_next_time_is_not_written_into_the_folder()
    {
        var folder = tester.Extension("x");

        Assert.Equal(
            $"'{folder}/x.bin' lies in the folder that is packed, and would be in the next package: write it elsewhere, or leave it out by .hotfixignore.", await ExtensionTester.RefusalAsync("pack", folder, "--out", $"{folder}/x.bin"));
        Assert.False(File.Exists($"{folder}/x.bin"));
        Assert.Equal(0, (await ExtensionTester.RunAsync("pack", folder, "--out", $"{folder}/x.zip")).ExitCode);
        Assert.Equal($"'{folder}/.hotfixignore' cannot be written: this command reads it.", await ExtensionTester.RefusalAsync("pack", folder, "--out", $"{folder}/.hotfixignore"));
    }

    [Theory]
    [InlineData("mkfifo '{0}'")]
    [InlineData("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"{0}\")'")]
    public async Task A_pipe_or_socket_is_refused(string command)
    {
        var folder = tester.Extension("x");
        var (exitCode, _, error) = await Tool.RunAsync("bash", TestContext.Current.CancellationToken, "-c", command.Replace("{0}", $"{folder}/thing", StringComparison.Ordinal));
        Assert.True(exitCode == 0, error);

        Assert.Equal(
            "'thing' is a pipe, a socket or a device: a package holds files. Remove it, or leave it out by .hotfixignore.", await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["x.zip"]));
    }

    [Fact]
    public async Task Wrong_input_gets_one_sentence()
    {
        var folder = tester.Extension("x");
        Directory.CreateDirectory(tester["empty"]);

        Assert.Equal($"There is no folder '{tester["none"]}'.", await ExtensionTester.RefusalAsync("pack", tester["none"], "--out", tester["x.zip"]));
        Assert.Equal($"'{folder}/manifest.json' is a file: this takes the extension's folder, the one with manifest.json.", await ExtensionTester.RefusalAsync("pack", $"{folder}/manifest.json", "--out", tester["x.zip"]));
        Assert.Equal($"There is no manifest.json in '{tester["empty"]}': an extension has one at its root.", await ExtensionTester.RefusalAsync("pack", tester["empty"], "--out", tester["x.zip"]));
        Assert.Equal($"'{tester["none/x.zip"]}' cannot be written: it is a folder, or lies in one that is not there.", await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["none/x.zip"]));
        Assert.Equal(
            "There is no key to sign with: set HOTFIX_SIGNING_KEY to the private key's PEM text, or pass an open file descriptor by --key-fd.",
            await ExtensionTester.RefusalAsync("pack", folder, "--out", tester["x.zip"], "--crx", tester["x.crx"]));
    }

    public void Dispose() => tester.Dispose();
}
