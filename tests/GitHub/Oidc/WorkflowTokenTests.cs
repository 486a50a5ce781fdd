using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.GitHub.Oidc;
using Hotfix.Ports;
using Hotfix.Sandbox;
using Hotfix.Tests.Sandbox;

namespace Hotfix.Tests.GitHub.Oidc;

/// <summary>Which tokens are believed: each row is one thing that is wrong with an otherwise right one.</summary>
public sealed class WorkflowTokenTests : IAsyncLifetime
{
    private const string Audience = "https://hotfix.example.com";

    private SandboxTester tester = null!;
    private SandboxRun run = null!;
    private OidcOptions options = null!;
    private IssuerKeys keys = null!;
    private HttpClient http = null!;
    private GitHubWorkflowTokens tokens = null!;

    public static TheoryData<string, string, string> Claims => new()
    {
        { "iss", "\"https://token.example.com\"", "iss is not " },
        { "iss", "null", "iss is not " },
        { "aud", "\"https://other.example.com\"", "aud is not https://hotfix.example.com, the address of this App." },
        { "aud", "\"https://hotfix.example.com/\"", "aud is not " },
        { "aud", "\"https://HOTFIX.example.com\"", "aud is not " },
        { "aud", "[\"https://hotfix.example.com\",\"https://other.example.com\"]", "aud is not " },
        { "aud", "null", "aud is not " },
        { "exp", "-61", "exp is over" },
        { "exp", "null", "exp, nbf or iat is missing." },
        { "exp", "\"soon\"", "its claims are no JSON of the expected shape." },
        { "nbf", "61", "nbf is not yet." },
        { "nbf", "null", "exp, nbf or iat is missing." },
        { "iat", "61", "iat is in the future." },
        { "iat", "null", "exp, nbf or iat is missing." },
        { "repository_id", "null", "repository_id is missing, or is no number." },
        { "repository_id", "\"-1\"", "repository_id is missing, or is no number." },
        { "repository", "\"\"", "repository is missing." },
        { "ref", "null", "ref is missing." },
        { "sha", "\"main\"", "sha is missing, or is no commit." },
        { "event_name", "null", "event_name is missing." },
        { "workflow_ref", "null", "workflow_ref is missing." },
        { "run_id", "\"one\"", "run_id is missing, or is no number." },
        { "run_attempt", "\"0\"", "run_attempt is missing, or is no number." },
    };

    private SandboxIssuer Issuer => tester.GitHub.State.Issuer;

    public async ValueTask InitializeAsync()
    {
        tester = await SandboxTester.StartAsync();
        run = tester.Repository.Start("main").Run;
        options = new(new(Issuer.Url), Audience);
        http = GitHubHttp.OfIssuer(TimeSpan.FromSeconds(10));
        keys = new(options, http, tester.Clock);
        tokens = new(options, keys, tester.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        keys.Dispose();
        await tester.DisposeAsync();
    }

    [Fact]
    public async Task A_genuine_token_says_which_run_it_is()
    {
        var reading = await ReadAsync(Issuer.Mint(run, Audience));

        var workflow = "octo-org/beta/.github/workflows/hotfix.yml@refs/heads/main";
        Assert.Equal(new WorkflowClaims(tester.Repository.Id, "octo-org/beta", "refs/heads/main", run.Commit.Sha, "push", workflow, workflow, run.Id, 1), reading.Claims);
        Assert.Null(reading.Objection);
    }

    /// <param name="value">JSON; a number counts from now, in seconds; null takes the claim away.</param>
    [Theory]
    [MemberData(nameof(Claims))]
    public async Task A_claim_that_is_wrong_is_named(string claim, string value, string objection)
    {
        var claims = Issuer.Claims(run, Audience);
        claims.Remove(claim);

        if (value != "null")
        {
            claims[claim] = long.TryParse(value, out var seconds) ? tester.Clock.Now.ToUnixTimeSeconds() + seconds : JsonNode.Parse(value);
        }

        var reading = await ReadAsync(Issuer.Sign(claims));

        Assert.Null(reading.Claims);
        Assert.StartsWith(objection, reading.Objection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exp", -59)]
    [InlineData("nbf", 59)]
    [InlineData("iat", 59)]
    public async Task Clocks_may_differ_by_a_minute(string claim, int seconds)
    {
        var claims = Issuer.Claims(run, Audience);
        claims[claim] = tester.Clock.Now.ToUnixTimeSeconds() + seconds;

        Assert.Null((await ReadAsync(Issuer.Sign(claims))).Objection);
    }

    [Fact]
    public async Task A_list_with_our_address_alone_is_for_us()
    {
        var claims = Issuer.Claims(run, Audience);
        claims["aud"] = new JsonArray(Audience);

        Assert.Null((await ReadAsync(Issuer.Sign(claims))).Objection);
    }

    [Fact]
    public async Task A_job_that_names_no_workflow_is_in_the_one_that_was_set_off()
    {
        var claims = Issuer.Claims(run, Audience);
        claims.Remove("job_workflow_ref");

        Assert.Equal("octo-org/beta/.github/workflows/hotfix.yml@refs/heads/main", (await ReadAsync(Issuer.Sign(claims))).Claims!.Job);
    }

    [Fact]
    public async Task Another_key_under_the_issuer_s_name_is_not_believed()
    {
        using var stranger = RSA.Create(2048);

        Assert.Equal("its signature is not the issuer's.", (await ReadAsync(SandboxIssuer.Sign(Issuer.Claims(run, Audience), Issuer.Keys[^1].Name, stranger))).Objection);
    }

    [Fact]
    public async Task What_was_changed_after_signing_is_not_believed()
    {
        var parts = Issuer.Mint(run, Audience).Split('.');
        var claims = Issuer.Claims(run, Audience);
        claims["repository_id"] = "1";

        Assert.Equal("its signature is not the issuer's.", (await ReadAsync($"{parts[0]}.{SandboxIssuer.Part(claims)}.{parts[2]}")).Objection);
    }

    /// <summary>A key that everybody knows must not be taken for a secret that both sides share.</summary>
    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("rs256")]
    public async Task Only_RS256_is_believed_whatever_the_token_says(string algorithm)
    {
        var (name, key) = Issuer.Keys[^1];
        var data = $"{SandboxIssuer.Part(new() { ["alg"] = algorithm, ["kid"] = name })}.{SandboxIssuer.Part(Issuer.Claims(run, Audience))}";
        var bytes = Encoding.ASCII.GetBytes(data);
        var signature = algorithm switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), bytes),
            "RS512" => key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };

        Assert.Equal("alg is not RS256.", (await ReadAsync($"{data}.{Base64Url.EncodeToString(signature)}")).Objection);
        Assert.Equal(0, Issuer.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("!.!.!")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.e30.e30")]
    public async Task What_is_no_token_is_refused_without_asking_anybody(string token)
    {
        Assert.NotNull((await ReadAsync(token)).Objection);
        Assert.Equal(0, Issuer.Asked);
    }

    [Fact]
    public async Task A_token_that_is_far_too_long_is_not_looked_at()
    {
        var claims = Issuer.Claims(run, Audience);
        claims["padding"] = new string('x', 20_000);

        Assert.Equal("it is no token of three parts.", (await ReadAsync(Issuer.Sign(claims))).Objection);
    }

    [Fact]
    public async Task An_extension_that_must_be_understood_is_refused()
    {
        var (name, key) = Issuer.Keys[^1];
        var data = $"{SandboxIssuer.Part(new() { ["alg"] = "RS256", ["kid"] = name, ["crit"] = new JsonArray("b64") })}.{SandboxIssuer.Part(Issuer.Claims(run, Audience))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(data), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        Assert.Equal("alg is not RS256.", (await ReadAsync($"{data}.{Base64Url.EncodeToString(signature)}")).Objection);
    }

    [Fact]
    public async Task Keys_are_asked_for_once_and_an_unknown_one_at_most_once_a_minute()
    {
        await ReadAsync(Issuer.Mint(run, Audience));
        await ReadAsync(Issuer.Mint(run, Audience));
        Assert.Equal(1, Issuer.Asked);

        using var stranger = RSA.Create(2048);
        var unknown = SandboxIssuer.Sign(Issuer.Claims(run, Audience), "nobody", stranger);
        Assert.Equal($"kid names no key of {options.Issuer}.", (await ReadAsync(unknown)).Objection);
        Assert.Equal(1, Issuer.Asked);

        tester.Clock.Now += TimeSpan.FromMinutes(1);
        await ReadAsync(unknown);
        await ReadAsync(unknown);
        Assert.Equal(2, Issuer.Asked);
    }

    [Fact]
    public async Task A_new_key_is_learned_and_one_that_is_withdrawn_forgotten()
    {
        var old = Issuer.Mint(run, Audience);
        Assert.Null((await ReadAsync(old)).Objection);

        Issuer.Rotate(withdraw: true);
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await ReadAsync(Issuer.Mint(run, Audience))).Objection);

        Assert.StartsWith("kid names no key", (await ReadAsync(old)).Objection, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_withdrawn_while_nobody_names_another_counts_an_hour_at_most()
    {
        await ReadAsync(Issuer.Mint(run, Audience));
        var (name, key) = Issuer.Keys[^1];
        Issuer.Rotate(withdraw: true);
        tester.Clock.Now += TimeSpan.FromHours(1);

        Assert.StartsWith("kid names no key", (await ReadAsync(SandboxIssuer.Sign(Issuer.Claims(run, Audience), name, key))).Objection, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_no_wrong_token_and_takes_no_known_key_away()
    {
        using var wire = new Wire { IsCut = true };
        using var through = new HttpClient(wire);
        using var known = new IssuerKeys(options, through, tester.Clock);
        tokens = new(options, known, tester.Clock);
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(Issuer.Mint(run, Audience)));

        wire.IsCut = false;
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(Issuer.Mint(run, Audience)));
        Assert.Equal(1, wire.Asked);

        tester.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await ReadAsync(Issuer.Mint(run, Audience))).Objection);

        wire.IsCut = true;
        tester.Clock.Now += TimeSpan.FromHours(2);
        var before = wire.Asked;
        using var stranger = RSA.Create(2048);

        for (var row = 0; row < 3; row++)
        {
            Assert.Null((await ReadAsync(Issuer.Mint(run, Audience))).Objection);
            Assert.StartsWith("kid names no key", (await ReadAsync(SandboxIssuer.Sign(Issuer.Claims(run, Audience), $"nobody-{row}", stranger))).Objection, StringComparison.Ordinal);
        }

        Assert.Equal(before + 1, wire.Asked);
    }

    [Fact]
    public async Task Whoever_hangs_up_ends_no_question_that_others_wait_for_and_a_known_key_waits_for_none()
    {
        using var wire = new Wire();
        using var through = new HttpClient(wire);
        using var asked = new IssuerKeys(options, through, tester.Clock);
        var (name, _) = Issuer.Keys[^1];
        Assert.NotNull(await asked.FindAsync(name, TestContext.Current.CancellationToken));

        tester.Clock.Now += TimeSpan.FromMinutes(1);
        wire.Held = new();
        using var hungUp = new CancellationTokenSource();
        var unknown = asked.FindAsync("nobody", hungUp.Token);
        await wire.Held.Begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        await hungUp.CancelAsync();

        Assert.True(asked.FindAsync(name, TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        wire.Held.Ended.SetResult();
        Assert.Null(await unknown);
        Assert.Null(await asked.FindAsync("nobody", TestContext.Current.CancellationToken));
        Assert.Equal(4, wire.Asked); // two documents each time
    }

    [Theory]
    [InlineData("https://token.example.com", "/_services/token/.well-known/jwks")]
    [InlineData("ISSUER", "https://keys.example.com/jwks")]
    public async Task Documents_of_another_issuer_are_not_gone_by(string issuer, string keySet)
    {
        var own = options.Issuer;
        using var wire = new Wire { Discovery = $$"""{"issuer":"{{issuer.Replace("ISSUER", Issuer.Url, StringComparison.Ordinal)}}","jwks_uri":"{{new Uri(own, keySet)}}"}""" };
        using var through = new HttpClient(wire);
        using var misled = new IssuerKeys(options, through, tester.Clock);
        tokens = new(options, misled, tester.Clock);

        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(Issuer.Mint(run, Audience)));
        Assert.Equal(0, Issuer.Asked);
    }

    [Theory]
    [InlineData("https://api.github.com", "https://token.actions.githubusercontent.com/")]
    [InlineData("https://api.acme.ghe.com", "https://token.actions.acme.ghe.com/")]
    [InlineData("https://github.acme.example/api/v3", "https://github.acme.example/_services/token")]
    public void The_issuer_is_known_by_the_API_s_address(string api, string issuer) => Assert.Equal(issuer, OidcOptions.IssuerOf(new(api)).AbsoluteUri);

    /// <summary>The way to the issuer, which can be cut, or lead to another document.</summary>
#pragma warning disable CA2000 // Dispose objects before losing scope: a handler disposes the one behind it, and whoever asked the answer
    private sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
    {
        public bool IsCut { get; set; }

        public string? Discovery { get; init; }

        /// <summary>Each answer waits for it.</summary>
        public Hold? Held { get; set; }

        public int Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;

            if (Held is { } held)
            {
                held.Begun.TrySetResult();
                await held.Ended.Task.WaitAsync(cancellationToken);
            }

            return await AnswerAsync(request, cancellationToken);
        }

        private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => IsCut
            ? throw new HttpRequestException("Cut.")
            : Discovery is { } said && request.RequestUri!.AbsolutePath.EndsWith("openid-configuration", StringComparison.Ordinal) ? Task.FromResult(new HttpResponseMessage { Content = new StringContent(said) }) : PassAsync(request, cancellationToken);

        /// <summary>As GitHub wants it.</summary>
        private Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.UserAgent.ParseAdd("Hotfix");

            return base.SendAsync(request, cancellationToken);
        }
    }
#pragma warning restore CA2000

    private sealed class Hold
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private Task<TokenReading> ReadAsync(string token) => tokens.ReadAsync(token, TestContext.Current.CancellationToken);
}
