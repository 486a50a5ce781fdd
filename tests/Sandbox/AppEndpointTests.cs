using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.Sandbox;

public sealed class AppEndpointTests
{
    public static TheoryData<string, long?, string> BadClaims => new()
    {
        { "exp", 601, "'Expiration time' claim ('exp') is too far in the future" },
        { "exp", 0, "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires" },
        { "exp", null, "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires" },
        { "iat", 1, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued" },
        { "iat", null, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued" },
        { "iss", null, "Missing 'issuer' claim ('iss') in assertion" },
    };

    [Fact]
    public async Task The_app_says_who_it_is()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Use(tester.Jwt());

        var (_, app) = await tester.GetAsync("app");
        tester.Use(null);
        var (_, bot) = await tester.GetAsync("users/hotfix-sandbox%5Bbot%5D");

        Assert.Equal(1001, app!["id"]!.GetValue<long>());
        Assert.Equal("hotfix-sandbox", app["slug"]!.GetValue<string>());
        Assert.Equal(tester.GitHub.State.Bot.Id, bot!["id"]!.GetValue<long>());
        Assert.Equal("Bot", bot["type"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync("users/nobody")).Response.StatusCode);
    }

    [Fact]
    public async Task A_token_has_the_format_of_2026()
    {
        await using var tester = await SandboxTester.StartAsync();

        var answer = await tester.MintAsync(tester.Repository.Installation);
        var token = answer["token"]!.GetValue<string>();

        Assert.Matches(@"^ghs_1001_[\w-]+\.[\w-]+\.[\w-]+$", token);
        Assert.InRange(token.Length, 480, 560);
        Assert.Equal("2026-11-20T13:00:00Z", answer["expires_at"]!.GetValue<string>());
        Assert.Equal("write", answer["permissions"]!["issues"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(BadClaims))]
    public async Task A_jwt_with_a_wrong_claim_is_a_401_that_says_which(string claim, long? secondsFromNow, string message)
    {
        await using var tester = await SandboxTester.StartAsync();
        var value = secondsFromNow is { } seconds ? JsonValue.Create(tester.Clock.Now.ToUnixTimeSeconds() + seconds) : null;
        tester.Use(tester.Jwt(claims: (claim, value)));

        var (response, body) = await tester.GetAsync("app");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(message, body!["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no.jwt.atall")]
    [InlineData("a.b")]
    public async Task What_is_no_jwt_is_a_401(string? credentials)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Use(credentials);

        var (response, body) = await tester.GetAsync("app");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("A JSON web token could not be decoded", body!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_jwt_signed_by_somebody_else_is_a_401()
    {
        await using var tester = await SandboxTester.StartAsync();
        using var foreign = RSA.Create(2048);
        tester.Use(tester.Jwt(foreign));

        Assert.Equal(HttpStatusCode.Unauthorized, (await tester.GetAsync("app")).Response.StatusCode);
    }

    [Theory]
    [InlineData("1001", HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.OK)]
    [InlineData("Iv23lisandbox1001", HttpStatusCode.OK)]
    [InlineData("1002", HttpStatusCode.NotFound)]
    public async Task The_issuer_is_the_app_s_id_or_client_id(object issuer, HttpStatusCode status)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Use(tester.Jwt(claims: ("iss", issuer is int number ? JsonValue.Create(number) : JsonValue.Create((string)issuer))));

        Assert.Equal(status, (await tester.GetAsync("app")).Response.StatusCode);
    }

    [Fact]
    public async Task An_installation_that_is_suspended_or_gone_gives_no_token()
    {
        await using var tester = await SandboxTester.StartAsync();
        var installation = tester.Repository.Installation;
        var path = $"app/installations/{installation.Id}/access_tokens";
        tester.Use(tester.Jwt());

        installation.Suspend();
        var (suspended, body) = await tester.SendAsync(HttpMethod.Post, path);
        installation.Unsuspend();
        var (again, _) = await tester.SendAsync(HttpMethod.Post, path);
        installation.Uninstall();
        var (gone, _) = await tester.SendAsync(HttpMethod.Post, path);
        var (unknown, _) = await tester.SendAsync(HttpMethod.Post, "app/installations/1/access_tokens");

        Assert.Equal(HttpStatusCode.Forbidden, suspended.StatusCode);
        Assert.Equal("This installation has been suspended", body!["message"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_token_can_be_narrowed_to_a_repository()
    {
        await using var tester = await SandboxTester.StartAsync();
        var other = tester.GitHub.AddRepository("octo-org", "other");
        var path = $"app/installations/{other.Installation.Id}/access_tokens";
        tester.Use(tester.Jwt());

        var (_, narrow) = await tester.PostAsync(path, $$"""{"repository_ids":[{{other.Id}}]}""");
        var (refused, _) = await tester.PostAsync(path, """{"repositories":["nowhere"]}""");
        tester.Use(narrow!["token"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.OK, (await tester.GetAsync("repos/octo-org/other/labels")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync("repos/octo-org/beta/labels")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }
}
