using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hotfix.ChromeWebStore;
using Hotfix.Domain.Storefront;
using Hotfix.Ports;
using Hotfix.Sandbox.Store;
using Hotfix.Tests.Extension;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>The four ways to a token, and what is wrong with each (reference page "extension-publishing", §2).</summary>
public sealed class CredentialTests
{
    private const string Email = "publisher@acme.iam.gserviceaccount.com";
    private const string Provider = "projects/123/locations/global/workloadIdentityPools/github/providers/actions";
    private const string RequestToken = "request-canary-token";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string PublicPem
    {
        get
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(Golden.Pem);

            return rsa.ExportSubjectPublicKeyInfoPem();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_account_signs_for_its_token_even_with_a_key_that_lost_its_line_breaks(bool isPasted)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.AddServiceAccount(Email, PublicPem);
        tester.Use(("CHROME_SERVICE_ACCOUNT", Account(isPasted ? Golden.Pem.Replace("\n", "\\n", StringComparison.Ordinal) : Golden.Pem)));

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.Equal(tester.Store.Identity.Given.Skip(1), tester.Minted); // the first is the tester's own
    }

    [Fact]
    public async Task An_account_that_google_does_not_know_is_told()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Use(("CHROME_SERVICE_ACCOUNT", Account(Golden.Pem)));

        Assert.Equal(
            "Google's token endpoint refused to give a token (400): invalid_grant: Invalid JWT Signature. The credential is revoked or has ended (a consent screen in testing ends refresh tokens after 7 days), or the machine's clock is wrong: make a new one.",
            (await Assert.ThrowsAsync<RefusedException>(() => tester.Storefront.StatusAsync(Cancellation))).Message);
    }

    [Fact]
    public async Task A_refresh_token_is_exchanged()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.AddConsent("client", "secret", "1//refresh+token/with=signs");
        tester.Use(("CHROME_CLIENT_ID", "client"), ("CHROME_CLIENT_SECRET", "secret"), ("CHROME_REFRESH_TOKEN", "1//refresh+token/with=signs"));

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.Single(tester.Minted);
    }

    [Theory]
    [InlineData("wrong", "refresh", "(401): invalid_client: The OAuth client was not found. The client id or its secret is wrong.")]
    [InlineData("secret", "old", "(400): invalid_grant: Token has been expired or revoked. The credential is revoked")]
    public async Task A_wrong_one_is_told(string secret, string refresh, string what)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.AddConsent("client", "secret", "refresh");
        tester.Use(("CHROME_CLIENT_ID", "client"), ("CHROME_CLIENT_SECRET", secret), ("CHROME_REFRESH_TOKEN", refresh));

        Assert.Contains(what, (await Assert.ThrowsAsync<RefusedException>(() => tester.Storefront.StatusAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_acts_for_the_account_without_any_stored_secret()
    {
        await using var tester = await StoreTester.StartAsync();
        Federate(tester, repository: 7, trusted: 7);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.Equal(3, tester.Minted.Count); // the identity, the exchanged and the impersonated token
        Assert.Equal(tester.Store.Identity.Given.Skip(1), tester.Minted);
    }

    [Fact]
    public async Task A_workflow_of_another_repository_does_not()
    {
        await using var tester = await StoreTester.StartAsync();
        Federate(tester, repository: 8, trusted: 7);

        Assert.StartsWith(
            "Google's Security Token Service refused to give a token (403): unauthorized_client: The given credential is rejected by the attribute condition.",
            (await Assert.ThrowsAsync<RefusedException>(() => tester.Storefront.StatusAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_that_may_not_act_for_the_account_does_not()
    {
        await using var tester = await StoreTester.StartAsync();
        Federate(tester, repository: 7, trusted: 7);
        tester.Environment["CHROME_SERVICE_ACCOUNT_EMAIL"] = "other@acme.iam.gserviceaccount.com";

        var message = (await Assert.ThrowsAsync<RefusedException>(() => tester.Storefront.StatusAsync(Cancellation))).Message;
        Assert.StartsWith("Google's IAM refused to let the workflow act as other@acme.iam.gserviceaccount.com (403 PERMISSION_DENIED)", message, StringComparison.Ordinal);
        Assert.EndsWith("Give the workflow's principal the role roles/iam.workloadIdentityUser on that service account.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "", StoreCall.Sts, "See that CHROME_WORKLOAD_PROVIDER is the full name of a provider that is there and enabled")]
    [InlineData(403, "unauthorized_client", StoreCall.Sts, "Look at the provider's attribute condition")]
    [InlineData(404, "", StoreCall.Iam, "See that CHROME_SERVICE_ACCOUNT_EMAIL")]
    [InlineData(403, "SERVICE_DISABLED", StoreCall.Iam, "Enable iamcredentials.googleapis.com")]
    [InlineData(404, "", StoreCall.Store, "See that the publisher's id and the item's id are right")]
    [InlineData(403, "", "GitHub", null)]
    [InlineData(404, "", StoreCall.Tokens, null)]
    public void What_helps_depends_on_who_refused(int status, string reason, string who, string? advice)
    {
        var said = Advice.For(new(status, null, [reason], reason), who);

        Assert.True(advice is null ? said is null : said?.StartsWith(advice, StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task A_token_that_ends_in_the_middle_is_replaced_once()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.AddConsent("client", "secret", "refresh");
        tester.Use(("CHROME_CLIENT_ID", "client"), ("CHROME_CLIENT_SECRET", "secret"), ("CHROME_REFRESH_TOKEN", "refresh"));
        tester.Store.Before(":publish", tester.Store.Identity.RevokeAll);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.Equal(2, tester.Minted.Count);
    }

    [Fact]
    public async Task Those_who_give_tokens_may_fail_for_a_moment()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Identity.AddConsent("client", "secret", "refresh");
        tester.Use(("CHROME_CLIENT_ID", "client"), ("CHROME_CLIENT_SECRET", "secret"), ("CHROME_REFRESH_TOKEN", "refresh"));
        tester.Store.Fail("/token", new(503), StoreFault.Drop);

        Assert.NotNull((await tester.Storefront.StatusAsync(Cancellation)).Published);
    }

    [Theory]
    [InlineData("The store needs a credential in the environment: ")]
    [InlineData("The environment has 2 credentials for the store (CHROME_ACCESS_TOKEN and CHROME_CLIENT_ID): leave one of them", "CHROME_ACCESS_TOKEN=canary", "CHROME_CLIENT_ID=canary")]
    [InlineData("CHROME_CLIENT_SECRET is set and CHROME_CLIENT_ID is not: they go together.", "CHROME_CLIENT_SECRET=canary")]
    [InlineData("CHROME_WORKLOAD_PROVIDER is set and CHROME_SERVICE_ACCOUNT_EMAIL is not: they go together.", "CHROME_WORKLOAD_PROVIDER=canary")]
    [InlineData("CHROME_WORKLOAD_PROVIDER is no provider's full name", "CHROME_WORKLOAD_PROVIDER=canary", "CHROME_SERVICE_ACCOUNT_EMAIL=a@b.c")]
    [InlineData("CHROME_SERVICE_ACCOUNT_EMAIL is no service account's address", "CHROME_WORKLOAD_PROVIDER=" + Provider, "CHROME_SERVICE_ACCOUNT_EMAIL=canary/../x")]
    [InlineData("CHROME_WORKLOAD_PROVIDER needs the workflow's identity, which is not there", "CHROME_WORKLOAD_PROVIDER=" + Provider, "CHROME_SERVICE_ACCOUNT_EMAIL=" + Email)]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL is no https address", "CHROME_WORKLOAD_PROVIDER=" + Provider, "CHROME_SERVICE_ACCOUNT_EMAIL=" + Email, "ACTIONS_ID_TOKEN_REQUEST_URL=http://evil.example/", "ACTIONS_ID_TOKEN_REQUEST_TOKEN=canary")]
    [InlineData("CHROME_ACCESS_TOKEN holds characters that it cannot have", "CHROME_ACCESS_TOKEN=canary canary")]
    [InlineData("CHROME_SERVICE_ACCOUNT is no JSON", "CHROME_SERVICE_ACCOUNT=canary")]
    [InlineData("CHROME_SERVICE_ACCOUNT lacks client_email or private_key", "CHROME_SERVICE_ACCOUNT={\"canary\":1}")]
    [InlineData("CHROME_SERVICE_ACCOUNT is not a service account's key", "CHROME_SERVICE_ACCOUNT={\"type\":\"authorized_user\"}")]
    [InlineData("The private_key in CHROME_SERVICE_ACCOUNT is no unencrypted RSA key", "CHROME_SERVICE_ACCOUNT={\"client_email\":\"a@b.c\",\"private_key\":\"canary\"}")]
    [InlineData("CHROME_STORE_URL names another host than chromewebstore.googleapis.com", "CHROME_ACCESS_TOKEN=canary", "CHROME_STORE_URL=https://evil.example")]
    [InlineData("CHROME_TOKEN_URL names another host than oauth2.googleapis.com", "CHROME_ACCESS_TOKEN=canary", "CHROME_TOKEN_URL=https://127.0.0.1.evil.example/token")]
    [InlineData("CHROME_IAM_URL names another host than iamcredentials.googleapis.com", "CHROME_ACCESS_TOKEN=canary", "CHROME_IAM_URL=ftp://127.0.0.1/")]
    public void What_cannot_be_used_is_told_without_repeating_it(string sentence, params string[] settings)
    {
        var environment = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

        var wrong = Assert.Throws<StoreSettingException>(() => StoreDoor.Open(new ItemName("acme", new('a', 32)), environment.GetValueOrDefault, _ => { }, TimeProvider.System));

        Assert.StartsWith(sentence, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", wrong.Message, StringComparison.Ordinal);
        Assert.Null(wrong.InnerException);
    }

    [Theory]
    [InlineData("acme", "abcdefghijklmnopabcdefghijklmnop", true)]
    [InlineData("a3f1-99_x", "abcdefghijklmnopabcdefghijklmnop", true)]
    [InlineData("../x", "abcdefghijklmnopabcdefghijklmnop", false)]
    [InlineData("", "abcdefghijklmnopabcdefghijklmnop", false)]
    [InlineData("acme", "abcdefghijklmnopabcdefghijklmnoq", false)]
    [InlineData("acme", "abc", false)]
    public void Ids_are_looked_at_before_an_address_is_made(string publisher, string item, bool isRight) => Assert.Equal(isRight, ItemName.IsPublisher(publisher) && ItemName.IsItem(item));

    private static string Account(string pem) => new JsonObject
    {
        ["type"] = "service_account",
        ["client_email"] = Email,
        ["private_key"] = pem,
        ["private_key_id"] = "abc",
        ["token_uri"] = "https://evil.example/token",
    }.ToJsonString();

    private static void Federate(StoreTester tester, long repository, long trusted)
    {
        tester.Store.Identity.AddJob(RequestToken, repository);
        tester.Store.Identity.Trust(Provider, Email, trusted);
        tester.Use(
            ("CHROME_WORKLOAD_PROVIDER", Provider), ("CHROME_SERVICE_ACCOUNT_EMAIL", Email), ("ACTIONS_ID_TOKEN_REQUEST_URL", tester.Store.IdTokenUrl), ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", RequestToken));
    }
}
