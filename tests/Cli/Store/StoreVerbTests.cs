using System.Text.Json;
using Hotfix.Sandbox.Store;
using Hotfix.Tests.ChromeWebStore;

namespace Hotfix.Tests.Cli.Store;

/// <summary><c>hotfix store …</c>, a process of its own in front of the sandbox's store.</summary>
public sealed class StoreVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-store-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_is_published_and_its_way_can_be_followed()
    {
        await using var tester = await StoreTester.StartAsync();
        var package = Write("extension.zip", StoreTester.Zip("1.2.4"));
        tester.Item.UploadPolls = 2;

        var dry = await RunAsync(tester, "publish", "--package", package, "--dry-run");
        var published = await RunAsync(tester, "publish", "--package", package, "--version", "1.2.4", "--percentage", "5", "--json");
        var status = await RunAsync(tester, "status");

        Assert.Equal((0, $"The package would be uploaded and submitted as 1.2.4.\nNothing was written.\n{tester.Name.Url}\n", ""), dry);
        Assert.Equal((0, ""), (published.ExitCode, published.Error));
        Assert.Equal(
            $$"""{"result":"submitted","state":"PENDING_REVIEW","version":"1.2.4","percentage":5,"item":"{{tester.Item.Id}}","url":"{{tester.Name.Url}}","warnings":[],"message":"1.2.4 is submitted, and is waiting for review."}""",
            published.Output.TrimEnd());
        Assert.Equal(
            (0, $"Item {tester.Item.Id}\nPublished: 1.2.3 for 100 %, published\nSubmitted: 1.2.4 for 5 %, waiting for review\nLast upload that went on after it was answered: done\n{tester.Name.Url}\n", ""), status);
    }

    [Fact]
    public async Task What_is_staged_is_let_go_and_then_raised()
    {
        await using var tester = await StoreTester.StartAsync();
        var package = Write("extension.crx", StoreTester.Crx("1.2.4"));

        await RunAsync(tester, "publish", "--package", package, "--staged", "--percentage", "5");
        tester.Item.Approve();
        var live = await JsonAsync(tester, "publish", "--package", package, "--publish-staged");
        var raised = await JsonAsync(tester, "percentage", "25", "--version", "1.2.4");
        var all = await RunAsync(tester, "percentage", "100");
        var status = await JsonAsync(tester, "status");

        Assert.Equal(("published", 5), ($"{live.GetProperty("result")}", live.GetProperty("percentage").GetInt32()));
        Assert.Equal(("raised", 25), ($"{raised.GetProperty("result")}", raised.GetProperty("percentage").GetInt32()));
        Assert.Equal((1, "", "1.2.4 has 25 % of the users: to give it to all of them, say --all.\n"), all);
        Assert.Equal("""[{"version":"1.2.3","percentage":100},{"version":"1.2.4","percentage":25}]""", status.GetProperty("published").GetProperty("channels").GetRawText());
    }

    [Fact]
    public async Task It_is_rolled_back_with_a_reason()
    {
        await using var tester = await StoreTester.StartAsync();

        var dry = await RunAsync(tester, "rollback", "--to", "1.2.2", "--reason", "breaks login", "--dry-run");
        var done = await JsonAsync(tester, "rollback", "--to", "1.2.2", "--from", "1.2.3", "--reason", "breaks login");
        var again = await RunAsync(tester, "rollback", "--to", "1.2.2", "--from", "1.2.3", "--reason", "breaks login");

        Assert.StartsWith("1.2.3 would be taken back: the package of 1.2.2 would be published as 1.2.3.1", dry.Output, StringComparison.Ordinal);
        Assert.Equal(("rolled-back", "1.2.3.1", "PUBLISHED"), ($"{done.GetProperty("result")}", $"{done.GetProperty("version")}", $"{done.GetProperty("state")}"));
        Assert.Equal((1, "", "The rollback is meant to take back 1.2.3, and what is published is 1.2.3.1: somebody else was there first, or it is done.\n"), again);
        Assert.NotEqual(0, (await RunAsync(tester, "rollback", "--to", "1.2.2")).ExitCode);
    }

    [Fact]
    public async Task Upload_cancel_reviews_and_metrics()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.AddReview("::error::Mallory", 1, "It\n::warning::broke ##[add-mask]all", new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
        tester.Item.AddCount(yesterday, "users", 2100, "app-version", "1.2.4");

        var uploaded = await JsonAsync(tester, "upload", Write("extension.zip", StoreTester.Zip("1.2.4")));
        var submitted = await JsonAsync(tester, "publish");
        var cancelled = await JsonAsync(tester, "cancel", "--version", "1.2.4");
        var reviews = await RunAsync(tester, "reviews");
        var metrics = await RunAsync(tester, "metrics", "--metric", "users", "--by", "app-version", "--days", "3");

        Assert.Equal(["uploaded", "submitted", "cancelled"], new[] { uploaded, submitted, cancelled }.Select(line => $"{line.GetProperty("result")}"));
        Assert.Equal((0, "Rated 1.0 by 1 (1★ 1, 2★ 0, 3★ 0, 4★ 0, 5★ 0); 1 with text\n1★ 2026-11-20 : :error: :Mallory: It : :warning: :broke # #[add-mask]all\n", ""), reviews);
        Assert.Equal((0, $"{yesterday:yyyy-MM-dd}  1.2.4  users 2,100\n", ""), metrics);
    }

    [Fact]
    public async Task Annotations_are_for_githubs_eyes_and_hold_one_line_each()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.Warnings.Add(("100%", "Broad\nhosts"));
        var package = Write("extension.zip", StoreTester.Zip("1.2.4"));

        var warned = await RunAsync(tester, "publish", "--package", package, "--annotations", "--json");
        var refused = await RunAsync(tester, "publish", "--package", Write("other.zip", StoreTester.Zip("1.2.5")), "--annotations");

        Assert.Equal("::warning title=Chrome Web Store::100%25: Broad hosts\n", warned.Error);
        Assert.Equal("100%: Broad hosts", $"{JsonElement.Parse(warned.Output).GetProperty("warnings")[0]}");
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("::error title=Chrome Web Store::1.2.4 is waiting for review, and the store takes no other package", refused.Error, StringComparison.Ordinal);
        Assert.Single(refused.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task No_secret_is_in_what_is_printed_and_tokens_are_hidden_before_they_are_used()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.AddConsent("client-canary", "secret-canary", "refresh-canary");
        tester.Use(("CHROME_CLIENT_ID", "client-canary"), ("CHROME_CLIENT_SECRET", "secret-canary"), ("CHROME_REFRESH_TOKEN", "refresh-canary"));
        var package = Write("extension.zip", StoreTester.Zip("1.2.4"));
        var said = new List<string>();

        said.Add(Told(await RunAsync(tester, "publish", "--package", package)));
        tester.Store.Fail(":fetchStatus", new(500), new(500), new(500), new(500));
        said.Add(Told(await RunAsync(tester, "status")));
        tester.Store.Fail(":fetchStatus", StoreFault.Redirect);
        said.Add(Told(await RunAsync(tester, "status", "--json")));
        tester.Store.Fail(":fetchStatus", new StoreFault(403));
        said.Add(Told(await RunAsync(tester, "status", "--annotations")));
        tester.Use(("CHROME_REFRESH_TOKEN", "wrong-canary"));
        said.Add(Told(await RunAsync(tester, "status")));
        tester.Use(("CHROME_REFRESH_TOKEN", "refresh-canary"), ("GITHUB_ACTIONS", "true"));
        var hidden = await RunAsync(tester, "status");

        Assert.All(said, text => Assert.DoesNotContain("canary", text, StringComparison.Ordinal));
        Assert.All(tester.Store.Identity.Given, token => Assert.DoesNotContain(token, string.Concat(said), StringComparison.Ordinal));
        Assert.Equal(($"::add-mask::{tester.Store.Identity.Given[^1]}\n", 0), (hidden.Error, hidden.ExitCode));
        Assert.DoesNotContain(tester.Store.Identity.Given[^1], hidden.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_told_in_one_sentence_and_nothing_is_sent()
    {
        await using var tester = await StoreTester.StartAsync();
        var package = Write("extension.zip", StoreTester.Zip("1.2.4"));
        var broken = StoreTester.Crx("1.2.4");
        broken[^30] ^= 1;

        Assert.Equal("--version is 1.2.5, and manifest.json of '" + package + "' says 1.2.4: it is not the package that is meant.", await RefusalAsync(tester, "publish", "--package", package, "--version", "1.2.5"));
        Assert.StartsWith("The version '1.01' in manifest.json of", await RefusalAsync(tester, "publish", "--package", Write("bad.zip", StoreTester.Zip("1.01"))), StringComparison.Ordinal);
        Assert.Contains("is no CRX that the store takes. Signature 1 of 1 in the CRX is wrong", await RefusalAsync(tester, "upload", Write("bad.crx", broken)), StringComparison.Ordinal);
        Assert.Equal("There is no file 'none.zip'.", await RefusalAsync(tester, "publish", "--package", "none.zip"));
        Assert.Equal("101 is no percentage: that is a whole number from 1 to 100.", await RefusalAsync(tester, "percentage", "101"));
        Assert.Equal("--wait '5' is no time of at most a day: it is a whole number with s, m or h, like 90s or 10m.", await RefusalAsync(tester, "publish", "--package", package, "--wait", "5"));
        Assert.Equal("--staged holds the version and --publish-staged lets it go live: say one of them.", await RefusalAsync(tester, "publish", "--staged", "--publish-staged"));
        Assert.Equal("The item's id is 32 letters from a to p: it is in the address of its page in the store.", await RefusalAsync(tester, "status", "--item", "../x"));
        Assert.StartsWith("--by 'hats' is nothing that the store counts by: it is one of app-version,", await RefusalAsync(tester, "metrics", "--by", "hats"), StringComparison.Ordinal);
        Assert.Empty(tester.Store.Calls);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Told((int ExitCode, string Output, string Error) ran) => ran.Output + ran.Error;

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(StoreTester tester, params string[] arguments) => HotfixProcess.RunAsync(
        new Dictionary<string, string>(tester.Environment) { ["CHROME_PUBLISHER_ID"] = tester.Item.Publisher, ["CHROME_ITEM_ID"] = tester.Item.Id }, Cancellation, ["store", .. arguments]);

    private static async Task<JsonElement> JsonAsync(StoreTester tester, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(tester, [.. arguments, "--json"]);
        Assert.Equal((0, ""), (exitCode, error));

        return JsonElement.Parse(output);
    }

    private static async Task<string> RefusalAsync(StoreTester tester, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(tester, arguments);
        Assert.Equal((1, ""), (exitCode, output));

        return Assert.Single(error.TrimEnd().Split('\n'));
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);

        return path;
    }
}
