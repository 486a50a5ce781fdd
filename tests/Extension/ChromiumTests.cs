using Hotfix.Extension.Crx;
using Hotfix.Tests.Cli.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Extension;

/// <summary>What the real browser says to what we sign.</summary>
public sealed class ChromiumTests : IDisposable
{
    private const string Version = "1.2.3";
    private readonly ExtensionTester tester = new();

    [Fact]
    public async Task It_installs_the_sample_that_we_packed_and_signed()
    {
        var built = await Samples.BuildTallyAsync(tester["built"], TestContext.Current.CancellationToken);
        await ExtensionTester.RunAsync(ExtensionTester.WithKey, "pack", built, "--out", tester["x.zip"], "--crx", tester["x.crx"]);

        var (installed, complaint) = await InstallAsync(tester["x.crx"], Golden.Id);

        Assert.Null(complaint);
        Assert.True(File.Exists(Path.Combine(installed!, "_locales", "de", "messages.json")));
    }

    [Fact]
    public async Task It_installs_what_two_keys_signed()
    {
        using var ecdsa = SigningKey.Create(ProofKind.Ecdsa);
        var crx = CrxFile.Sign(Golden.Zip, [ecdsa, SigningKey.FromPem(Golden.Pem)[0]]);

        Assert.Null((await InstallAsync(tester.Write("x.crx", crx), ExtensionId.Of(ecdsa.PublicKey.Span))).Complaint);
    }

    [Fact]
    public async Task It_refuses_what_we_refuse()
    {
        var crx = CrxFile.Sign(Golden.Zip, SigningKey.FromPem(Golden.Pem));
        crx[^30] ^= 1;

        Assert.IsType<CrxVerdict.Refused>(CrxFile.Verify(crx));
        Assert.Contains("CRX_SIGNATURE_VERIFICATION_FAILED", (await InstallAsync(tester.Write("x.crx", crx), Golden.Id)).Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_packs_and_signs_we_verify_and_sign_alike()
    {
        var folder = tester.Extension("x");
        tester.Write("key", Golden.Pem);
        var (exitCode, _, error) = await Tool.RunAsync(
            "chromium", TestContext.Current.CancellationToken, "--headless=new", "--no-sandbox", "--disable-gpu", $"--user-data-dir={tester["profile"]}", $"--pack-extension={folder}", $"--pack-extension-key={tester["key"]}", "--no-message-box");
        Assert.True(exitCode == 0 && File.Exists(tester["x.crx"]), error);

        var theirs = tester.Read("x.crx");

        Assert.Equal(Golden.Id, Assert.IsType<CrxVerdict.Genuine>(CrxFile.Verify(theirs)).Id);
        Assert.Equal(theirs, CrxFile.Sign(CrxFile.Zip(theirs).Span, SigningKey.FromPem(Golden.Pem)));
    }

    public void Dispose() => tester.Dispose();

    private Task<(string? Installed, string? Complaint)> InstallAsync(string crx, string id) =>
        Chromium.InstallAsync(crx, id, Version, tester["profile"], TestContext.Current.CancellationToken);
}
