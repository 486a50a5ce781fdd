using Hotfix.ChromeWebStore;
using Hotfix.Ports;
using Hotfix.Sandbox.Store;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>What the store may say instead of doing something, each as one sentence with what to do (reference page "extension-publishing", §1.10).</summary>
public sealed class RefusalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_is_wrong()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.RevokeAll();

        Assert.Equal(
            "The store refused to tell the item's status (401 UNAUTHENTICATED): Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential."
            + " The token is wrong or has ended: make it in the same job that uses it.",
            await RefusalAsync(tester));
        Assert.Single(tester.Store.Calls);
    }

    [Fact]
    public async Task A_token_for_something_else()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.Accept(StoreTester.Token, "https://www.googleapis.com/auth/cloud-platform");

        Assert.EndsWith("Have the token made for the scope https://www.googleapis.com/auth/chromewebstore.", await RefusalAsync(tester), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_to_read_with_reads_and_does_not_write()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.Accept(StoreTester.Token, SandboxIdentity.ReadScope);

        Assert.NotNull((await tester.Storefront.StatusAsync(Cancellation)).Published);
        Assert.Contains("(403 PERMISSION_DENIED): ACCESS_TOKEN_SCOPE_INSUFFICIENT: Request had insufficient", (await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_api_that_is_switched_off()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.IsDisabled = true;

        Assert.EndsWith("Enable chromewebstore.googleapis.com in the Cloud project of the credentials.", await RefusalAsync(tester), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_was_not_added()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.IsForbidden = true;

        Assert.Equal(
            "The store refused to tell the item's status (403 PERMISSION_DENIED): The caller does not have permission. Add the account of the credentials in the dashboard under Account, and see that the publisher is right.",
            await RefusalAsync(tester));
    }

    [Fact]
    public async Task An_item_that_is_not_there()
    {
        await using var tester = await StoreTester.StartAsync();
        using var door = StoreDoor.Open(tester.Name with { Publisher = "somebody-else" }, name => tester.Environment.TryGetValue(name, out var value) ? value : null, _ => { }, TimeProvider.System);

        Assert.Contains("(404 NOT_FOUND): Requested entity was not found. See that the publisher's id and the item's id are right", (await Assert.ThrowsAsync<RefusedException>(() => door.Storefront.StatusAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task A_store_that_fails_is_asked_again_a_few_times(int status)
    {
        await using var tester = await StoreTester.StartAsync();
        var fault = new StoreFault(status);

        tester.Store.Fail(":fetchStatus", fault, fault, fault);
        Assert.NotNull((await tester.Storefront.StatusAsync(Cancellation)).Published);

        tester.Store.Fail(":fetchStatus", fault, fault, fault, fault);
        var message = (await Assert.ThrowsAsync<UnavailableException>(() => tester.Storefront.StatusAsync(Cancellation))).Message;
        Assert.Equal(
            status switch
            {
                0 => "The connection to 127.0.0.1 failed when it was asked to tell the item's status.",
                429 => "The store asks for fewer requests (429) and did not tell the item's status: run this again in a few minutes.",
                _ => $"The store failed ({status}) when asked to tell the item's status; this is on its side: run this again later.",
            },
            message);
    }

    [Theory]
    [InlineData(":fetchStatus", 429)]
    [InlineData(":upload", 503)]
    public async Task A_store_that_asks_for_more_time_than_we_have_is_not_asked_again_and_the_time_is_told(string method, int status)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Fail(method, new StoreFault(status) { RetryAfter = 3600 });

        var refused = await Assert.ThrowsAsync<UnavailableException>(() => tester.PublishAsync("1.2.4"));

        Assert.Matches(@"run this again after 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$", refused.Message);
        Assert.DoesNotContain(method[1..], tester.Store.Calls); // the one that was answered so is not among them
    }

    [Fact]
    public async Task A_store_that_fails_for_good_says_so_of_a_write()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Fail(":upload", new(500), new(500), new(500), new(500));

        Assert.Equal(
            "The store failed (500) when asked to take the package, so it is not known whether it did; this is on its side: run this again later.", (await Assert.ThrowsAsync<UnavailableException>(() => tester.PublishAsync("1.2.4"))).Message);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Fail(":fetchStatus", StoreFault.Redirect);

        Assert.Equal(
            "The store answered with a redirect (307) when asked to tell the item's status, which is not followed: a token stays with the host that it is for.", await RefusalAsync(tester));
    }

    [Theory]
    [InlineData("Missing screenshot")]
    [InlineData("")]
    public async Task What_is_missing_in_the_dashboard(string missing)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.Missing = missing;

        var message = (await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"))).Message;
        Assert.Contains($"Publish condition not met: {missing}".TrimEnd(' '), message, StringComparison.Ordinal);
        Assert.EndsWith("the data-use certification, or a review that is not over. The package of 1.2.4 was uploaded, and lies there as the draft.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PKG_INTERNAL_ERROR")]
    [InlineData("PKG_ERROR_PACKAGING")]
    public async Task A_package_that_the_store_itself_stumbled_over(string reason)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Fail(":upload", new StoreFault(400) { Reply = StoreErrors.InvalidPackage(reason, "An internal error occurred.") });

        Assert.Equal(
            $"The store refused to take the package (400 INVALID_ARGUMENT): {reason}: An internal error occurred. This is on the store's side: run this again later.",
            (await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"))).Message);
        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
    }

    [Fact]
    public void Words_of_others_are_one_line_and_no_command()
    {
        Assert.Equal("a b : :error file=x: :y # #[add-mask]z", StoreText.Line("a\r\nb \u001b[2J::error file=x::y \u202E##[add-mask]z").Replace("[2J", "", StringComparison.Ordinal));
        Assert.Equal("see here & there", StoreText.Sentence("see <a href=\"x\" target=_blank>here</a> &amp; there."));
        Assert.Equal("token (redacted) there", StoreText.Line($"token {new string('x', 64)} there"));
        Assert.Equal(
            "Enable it by visiting https://console.developers.google.com/apis/api/chromewebstore.googleapis.com/overview?project=123 then retry",
            StoreText.Sentence("Enable it by visiting https://console.developers.google.com/apis/api/chromewebstore.googleapis.com/overview?project=123 then retry."));
        Assert.Equal("https:(redacted)", StoreText.Line($"https://console.developers.google.com/{new string('x', 64)}"));
        Assert.Equal(601, StoreText.Sentence(string.Concat(Enumerable.Repeat("word ", 400))).Length);
        Assert.Equal("", StoreText.Sentence(null));
    }

    private static async Task<string> RefusalAsync(StoreTester tester) => (await Assert.ThrowsAsync<RefusedException>(() => tester.Storefront.StatusAsync(Cancellation))).Message;
}
