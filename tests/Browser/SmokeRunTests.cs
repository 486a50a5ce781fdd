using System.Net;
using System.Net.Sockets;
using Hotfix.Browser;
using Hotfix.Extension;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Browser;

/// <summary>A run from start to end: what hangs, what asks the network, what is no browser.</summary>
public sealed class SmokeRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-no-browser-");

    [Fact]
    public async Task What_hangs_is_told_after_its_time_and_the_rest_is_seen_all_the_same()
    {
        var (_, _, seen) = await RunAsync(Samples.Notes("worker-hangs", "popup-hangs"), TimeSpan.FromSeconds(4));

        Assert.Equal("did not start within 4 seconds", seen.Worker!.Failure);
        Assert.Equal(["did not finish loading within 4 seconds", null], seen.Pages.Select(page => page.Failure));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_network_is_out_of_reach_unless_somebody_says_so(bool online)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var calling = Samples.Notes("asks-network").Files.Select(file => file.Path == "popup.js"
            ? Files.Text(file.Path, System.Text.Encoding.UTF8.GetString(file.Bytes.Span).Replace("PORT", $"{port}", StringComparison.Ordinal))
            : file);
        var running = RunAsync(new ExtensionPackage(calling), TimeSpan.FromSeconds(30), online);

        if (online)
        {
            (await asked).Dispose(); // hung up on
        }

        var popup = (await running).Now.Pages[0];

        Assert.Equal(online, asked.IsCompleted);
        Assert.Contains("telemetry: TypeError: Failed to fetch", Assert.Single(popup.Errors).Text, StringComparison.Ordinal);
        Assert.True(popup.WasOffline);
    }

    [Theory]
    [InlineData("#!/bin/sh\necho 'No usable sandbox!' >&2; exit 1\n", "does not start as one that can be driven; it says: No usable sandbox!")]
    [InlineData("#!/bin/sh\nexit 0\n", "does not start as one that can be driven.")]
    [InlineData(Other, "Chrome 130 loads no extension from a folder ('Extensions.loadUnpacked' wasn't found): use Chromium, or a newer Chrome.")]
    public async Task What_is_no_browser_for_this_is_told_in_a_sentence(string script, string sentence)
    {
        var path = Path.Combine(folder.FullName, "browser");
        await File.WriteAllTextAsync(path, script, TestContext.Current.CancellationToken);
        await Tool.RunAsync("chmod", TestContext.Current.CancellationToken, "700", path);

        var wrong = await Assert.ThrowsAsync<ExtensionException>(() => RunAsync(Samples.Notes(), TimeSpan.FromSeconds(30), browser: path));

        Assert.EndsWith(sentence, wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A browser that knows no way to load an extension from a folder.</summary>
    private const string Other = """
        #!/usr/bin/env node
        const { createReadStream, createWriteStream } = require('node:fs');
        const answers = createWriteStream(null, { fd: 4 });
        let text = '';
        createReadStream(null, { fd: 3 }).on('data', data => {
          const calls = (text + data).split('\0');
          text = calls.pop();
          for (const { id, method } of calls.map(call => JSON.parse(call))) {
            const error = method.startsWith('Extensions.') ? { code: -32601, message: `'${method}' wasn't found` } : undefined;
            answers.write(JSON.stringify(error ? { id, error } : { id, result: { product: 'HeadlessChrome/130' } }) + '\0');
            if (method === 'Browser.close') process.exit();
          }
        });
        """;

    private static Task<(string Browser, Hotfix.Extension.Smoke.SeenPackage? Last, Hotfix.Extension.Smoke.SeenPackage Now)> RunAsync(ExtensionPackage package, TimeSpan patience, bool online = false, string? browser = null) =>
        SmokeRun.RunAsync(new(package, null, browser ?? SharedBrowser.Path, online, patience), _ => { }, TimeProvider.System, TestContext.Current.CancellationToken);
}
