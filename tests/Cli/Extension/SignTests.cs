using System.Security.Cryptography;
using Hotfix.Extension.Zip;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Extension;

/// <summary><c>hotfix extension sign</c>, <c>verify</c>, <c>id</c> and <c>keygen</c>.</summary>
public sealed class SignTests : IDisposable
{
    private readonly ExtensionTester tester = new();

    [Fact]
    public async Task The_golden_zip_becomes_the_golden_crx()
    {
        var signed = await ExtensionTester.JsonAsync(ExtensionTester.WithKey, "sign", tester.Write("x.zip", Golden.Zip), "--out", tester["x.crx"]);

        Assert.Equal((Golden.Id, 1, 768, Golden.CrxSha256), ($"{signed.GetProperty("id")}", signed.GetProperty("proofs").GetInt32(), signed.GetProperty("bytes").GetInt32(), $"{signed.GetProperty("sha256")}"));
        Assert.Equal(Golden.CrxSha256, Convert.ToHexStringLower(SHA256.HashData(tester.Read("x.crx"))));
    }

    [Fact]
    public async Task The_key_comes_from_a_file_descriptor()
    {
        tester.Write("x.zip", Golden.Zip);
        tester.Write("key", Golden.Pem);
        var hotfix = Path.Combine(AppContext.BaseDirectory, "hotfix.dll");
        var command = $"dotnet '{hotfix}' extension sign '{tester["x.zip"]}' --out '{tester["x.crx"]}' --key-fd 3 3<'{tester["key"]}'; cat '{tester["key"]}' | dotnet '{hotfix}' extension id --key-fd 0";
        var (_, output, error) = await Tool.RunAsync("bash", TestContext.Current.CancellationToken, "-c", command);

        Assert.Equal("", error);
        Assert.Contains($"768 bytes, signed as {Golden.Id} by one key\nsha256 {Golden.CrxSha256}", output, StringComparison.Ordinal);
        Assert.Contains($"\n{Golden.Id}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_from_a_descriptor_says_from_which()
    {
        var hotfix = Path.Combine(AppContext.BaseDirectory, "hotfix.dll");
        var (exitCode, _, error) = await Tool.RunAsync("bash", TestContext.Current.CancellationToken, "-c", $"dotnet '{hotfix}' extension id --key-fd 9 9</dev/null");

        Assert.Equal((1, "From descriptor 9: The signing key is not PEM (-----BEGIN PRIVATE KEY----- and so on)."), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task Several_keys_in_one_secret_all_sign()
    {
        var (_, ecdsa, _) = await ExtensionTester.RunAsync("keygen", "--ecdsa");
        var signed = await ExtensionTester.JsonAsync(
            new Dictionary<string, string> { ["HOTFIX_SIGNING_KEY"] = Golden.Pem + "\n" + ecdsa }, "sign", tester.Write("x.zip", Golden.Zip), "--out", tester["x.crx"]);
        var verified = await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "verify", tester["x.crx"], "--id", Golden.Id);

        Assert.Equal((Golden.Id, 2), ($"{signed.GetProperty("id")}", signed.GetProperty("proofs").GetInt32()));
        Assert.Equal($"RSA {Golden.Id}", $"{verified.GetProperty("proofs")[0]}");
        Assert.StartsWith("ECDSA ", $"{verified.GetProperty("proofs")[1]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generated_key_signs_and_its_public_key_verifies()
    {
        var key = await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "keygen");
        var id = $"{key.GetProperty("id")}";
        var environment = new Dictionary<string, string> { ["HOTFIX_SIGNING_KEY"] = $"{key.GetProperty("privateKey")}" };
        tester.Write("public.txt", $"{key.GetProperty("publicKey")}");
        await ExtensionTester.RunAsync(environment, "sign", tester.Write("x.zip", Golden.Zip), "--out", tester["x.crx"]);

        Assert.Equal((0, $"{tester["x.crx"]}: genuine, {id}\nRSA {id}\n", ""), await ExtensionTester.RunAsync("verify", tester["x.crx"], "--id", id, "--public-key", tester["public.txt"]));
        Assert.Equal((0, id + "\n", ""), await ExtensionTester.RunAsync("id", tester["public.txt"]));
        Assert.Equal((0, id + "\n", ""), await ExtensionTester.RunAsync("id", tester["x.crx"]));
        Assert.Equal((0, id + "\n", ""), await ExtensionTester.RunAsync(environment, "id"));
    }

    [Fact]
    public async Task The_key_is_in_no_output_whatever_goes_wrong()
    {
        var secret = Golden.Pem.Split('\n')[1].Trim();
        var environment = new Dictionary<string, string> { ["HOTFIX_SIGNING_KEY"] = Golden.Pem.Replace("MIIEvg", "MIIEvh", StringComparison.Ordinal) };
        tester.Write("x.zip", Golden.Zip);

        foreach (var arguments in new string[][] { ["sign", tester["x.zip"], "--out", tester["x.crx"]], ["id"], ["sign", tester["none.zip"], "--out", tester["x.crx"]] })
        {
            var (exitCode, output, error) = await ExtensionTester.RunAsync(environment, arguments);

            Assert.Equal(1, exitCode);
            Assert.DoesNotContain(secret[10..], output + error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_crx_that_is_not_as_expected_is_refused()
    {
        await ExtensionTester.RunAsync(ExtensionTester.WithKey, "sign", tester.Write("x.zip", Golden.Zip), "--out", tester["x.crx"]);
        using var other = RSA.Create(2048);
        tester.Write("other.txt", other.ExportSubjectPublicKeyInfoPem());
        var path = tester["x.crx"];
        const string NoId = "'ABC' is no extension's id: that is 32 letters from a to p.";

        Assert.Equal($"'{path}' is refused. Its id is {Golden.Id}, not {new string('a', 32)}.", await ExtensionTester.RefusalAsync("verify", path, "--id", new string('a', 32)));
        Assert.Equal($"'{path}' is refused. The public key is not among those that signed it.", await ExtensionTester.RefusalAsync("verify", path, "--public-key", tester["other.txt"]));
        Assert.Equal(NoId, await ExtensionTester.RefusalAsync("verify", path, "--id", "ABC"));
        Assert.Equal($"'{tester["x.zip"]}' is refused. This is a bare zip and no CRX: it is not signed.", await ExtensionTester.RefusalAsync("verify", tester["x.zip"]));
        Assert.Equal($"'{path}' holds no public key: PEM (-----BEGIN PUBLIC KEY-----) or DER (SubjectPublicKeyInfo).", await ExtensionTester.RefusalAsync("verify", path, "--public-key", path));
    }

    [Fact]
    public async Task What_is_no_regular_file_is_refused()
    {
        await Tool.RunAsync("mkfifo", TestContext.Current.CancellationToken, tester["pipe"]);
        File.CreateSymbolicLink(tester["link"], "/dev/zero");

        Assert.Equal($"'{tester["pipe"]}' is a pipe or a device: this takes a file.", await ExtensionTester.RefusalAsync("verify", tester["pipe"]));
        Assert.Equal("'/dev/zero' is a pipe or a device: this takes a file.", await ExtensionTester.RefusalAsync("lint", "/dev/zero"));
        Assert.Equal($"'{tester["link"]}' is a pipe or a device: this takes a file.", await ExtensionTester.RefusalAsync("lint", tester["link"]));
    }

    [Fact]
    public async Task What_is_signed_is_not_written_over()
    {
        var zip = tester.Write("same.zip", Golden.Zip);
        File.CreateSymbolicLink(tester["link.zip"], zip);

        Assert.Equal($"'{zip}' cannot be written: this command reads it.", await ExtensionTester.RefusalAsync(ExtensionTester.WithKey, "sign", zip, "--out", zip));
        Assert.Equal($"'{zip}' cannot be written: this command reads it.", await ExtensionTester.RefusalAsync(ExtensionTester.WithKey, "sign", tester["link.zip"], "--out", zip));
        Assert.Equal($"'{zip}' cannot be written: this command reads it.", await ExtensionTester.RefusalAsync("lint", zip, "--sarif", zip));
        Assert.Equal(Golden.Zip, tester.Read("same.zip"));

        await ExtensionTester.RunAsync(ExtensionTester.WithKey, "sign", zip, "--out", tester["x.crx"]);
        Assert.Equal(
            $"'{tester["x.crx"]}' is a CRX, and signed already: sign the zip that it was made from.", await ExtensionTester.RefusalAsync(ExtensionTester.WithKey, "sign", tester["x.crx"], "--out", tester["y.crx"]));
    }

    [Fact]
    public async Task Wrong_input_gets_one_sentence()
    {
        var zip = tester.Write("x.zip", Golden.Zip);
        var bare = tester.Write("bare.zip", ZipWriter.Pack([Files.Text("a", "")]));

        Assert.Equal($"There is no file '{tester["none"]}'.", await ExtensionTester.RefusalAsync("verify", tester["none"]));
        Assert.Equal($"'{Path.GetTempPath()}' is a folder: this takes a file.", await ExtensionTester.RefusalAsync("id", Path.GetTempPath()));
        Assert.Equal($"There is no manifest.json at the root of '{bare}': Chrome would not install it.", await ExtensionTester.RefusalAsync(ExtensionTester.WithKey, "sign", bare, "--out", tester["x.crx"]));
        Assert.Equal("--key-fd is the number of an open file descriptor, like 3 in `--key-fd 3 3<key.pem`.", await ExtensionTester.RefusalAsync("sign", zip, "--out", tester["x.crx"], "--key-fd", "key.pem"));
        Assert.Equal("No key can be read from file descriptor 77: it is not open for reading.", await ExtensionTester.RefusalAsync("sign", zip, "--out", tester["x.crx"], "--key-fd", "77"));
    }

    public void Dispose() => tester.Dispose();
}
