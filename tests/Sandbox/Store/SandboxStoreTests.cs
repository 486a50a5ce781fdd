using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hotfix.Sandbox.Store;
using Hotfix.Tests.ChromeWebStore;

namespace Hotfix.Tests.Sandbox.Store;

/// <summary>The sandbox's store by itself, over HTTP: its rules, its words, and its eye for requests that the reference does not have.</summary>
public sealed class SandboxStoreTests : IAsyncDisposable
{
    private readonly SandboxClock clock = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SandboxStore? store;
    private SandboxItem? item;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SandboxItem Item => item!;

    private SandboxStore Sandbox => store!;

    [Fact]
    public async Task What_has_its_default_is_left_out_and_the_id_is_the_keys()
    {
        await StartAsync();
        Item.WithPublished("1.2.4", 0);

        var status = (await GetAsync(":fetchStatus")).Json;

        Assert.Equal(["name", "itemId", "publicKey", "publishedItemRevisionStatus"], status.EnumerateObject().Select(field => field.Name));
        Assert.Equal("""[{"crxVersion":"1.2.3","deployPercentage":100},{"crxVersion":"1.2.4"}]""", status.GetProperty("publishedItemRevisionStatus").GetProperty("distributionChannels").GetRawText());
        Assert.Equal(Hotfix.Extension.Crx.ExtensionId.Of(Convert.FromBase64String($"{status.GetProperty("publicKey")}")), Item.Id);
    }

    [Fact]
    public async Task A_draft_is_not_shown_and_an_upload_that_went_on_only_for_a_day()
    {
        await StartAsync();
        Item.UploadPolls = 1;
        await UploadAsync("1.2.4");

        Assert.Equal("SUCCEEDED", $"{(await GetAsync(":fetchStatus")).Json.GetProperty("lastAsyncUploadState")}");
        Assert.Equal("1.2.4", Item.Draft);
        clock.Now += TimeSpan.FromDays(1);
        Sandbox.Identity.Accept("token");
        var status = (await GetAsync(":fetchStatus")).Json;
        Assert.False(status.TryGetProperty("lastAsyncUploadState", out _));
        Assert.False(status.TryGetProperty("submittedItemRevisionStatus", out _));
    }

    [Fact]
    public async Task Versions_only_go_up()
    {
        await StartAsync();

        Assert.Equal((400, "PKG_INVALID_VERSION_NUMBER"), await ViolationAsync(UploadAsync("1.2.3.0")));
        Assert.Equal((400, "PKG_MANIFEST_PARSE_ERROR"), await ViolationAsync(UploadAsync("1.01")));
        Assert.Equal(200, (await UploadAsync("1.2.10")).Status);
    }

    [Fact]
    public async Task What_waits_or_is_staged_keeps_uploads_out_and_a_staged_approval_lapses()
    {
        await StartAsync();
        await UploadAsync("1.2.4");
        await PostAsync(":publish", """{"publishType":"STAGED_PUBLISH"}""");
        Assert.Equal((400, "ITEM_NOT_UPDATABLE"), await ViolationAsync(UploadAsync("1.2.5")));
        Item.Approve();
        Assert.Equal((400, "ITEM_NOT_UPDATABLE"), await ViolationAsync(UploadAsync("1.2.5")));

        clock.Now += TimeSpan.FromDays(29.9);
        Sandbox.Identity.Accept("token");
        Assert.Equal("STAGED", $"{(await GetAsync(":fetchStatus")).Json.GetProperty("submittedItemRevisionStatus").GetProperty("state")}");
        clock.Now += TimeSpan.FromDays(0.1);
        Sandbox.Identity.Accept("token");
        Assert.False((await GetAsync(":fetchStatus")).Json.TryGetProperty("submittedItemRevisionStatus", out _));
        Assert.Equal("1.2.4", Item.Draft);
    }

    [Fact]
    public async Task Percentages_only_rise_and_only_for_many_users()
    {
        await StartAsync();
        Item.WithPublished("1.2.4", 10);

        Assert.Equal(400, (await PostAsync(":setPublishedDeployPercentage", """{"deployPercentage":10}""")).Status);
        Assert.Equal(200, (await PostAsync(":setPublishedDeployPercentage", """{"deployPercentage":11}""")).Status);
        Item.Users = 10_000;
        Assert.Equal(400, (await PostAsync(":setPublishedDeployPercentage", """{"deployPercentage":50}""")).Status);
        Assert.Equal([("1.2.3", 100), ("1.2.4", 11)], Item.Published);
    }

    [Fact]
    public async Task A_rollback_needs_a_higher_version_discards_what_waits_and_changes_nothing_when_it_is_only_validated()
    {
        await StartAsync();
        await UploadAsync("1.2.4");
        await PostAsync(":publish", "{}");

        Assert.Equal(400, (await RollBackAsync("1.2.2", "1.2.3", true)).Status);
        Assert.Equal(400, (await RollBackAsync("1.2.3", "1.2.5", true)).Status);
        Assert.Equal(400, (await RollBackAsync("0.9", "1.2.5", true)).Status);
        Assert.Equal(200, (await RollBackAsync("1.2.2", "1.2.3.1", true)).Status);
        Assert.Equal([("1.2.3", 100)], Item.Published);
        Assert.Equal("1.2.4", Item.SubmittedVersion);
        Assert.Equal(200, (await RollBackAsync("1.2.2", "1.2.3.1", false)).Status);
        Assert.Equal([("1.2.3.1", 100)], Item.Published);
        Assert.Null(Item.SubmittedVersion);
    }

    [Fact]
    public async Task Skipping_what_is_not_known_is_refused_in_the_stores_words()
    {
        await StartAsync();

        Assert.Equal(400, (await PostAsync(":cancelSubmission", "{}")).Status);
        Assert.Equal((401, "UNAUTHENTICATED"), Code(await GetAsync(":fetchStatus", token: "other")));
        Sandbox.Fail(":fetchStatus", new(429) { RetryAfter = 7 }, new(502), StoreFault.Redirect);
        Assert.Equal((429, "RESOURCE_EXHAUSTED"), Code(await GetAsync(":fetchStatus")));
        Assert.StartsWith("<!DOCTYPE html>", (await GetAsync(":fetchStatus")).Text, StringComparison.Ordinal);
        Assert.Equal(307, (await GetAsync(":fetchStatus")).Status);
        clock.Now += TimeSpan.FromHours(2);
        Assert.Equal((401, "UNAUTHENTICATED"), Code(await GetAsync(":fetchStatus")));
        Assert.Empty(Sandbox.Wrong);
    }

    [Theory]
    [InlineData("POST", ":fetchStatus", "{}", "fetchStatus: it is asked by POST.")]
    [InlineData("GET", ":fetchStatus?alt=media", null, "fetchStatus: there is no parameter 'alt'.")]
    [InlineData("POST", ":publish", """{"publishTarget":"trustedTesters"}""", "publish: there is no field 'publishTarget'.")]
    [InlineData("POST", ":publish", """{"publishType":"STAGED"}""", "publish: the field 'publishType' cannot be \"STAGED\".")]
    [InlineData("POST", ":publish", """{"deployInfos":[{"percentage":5}]}""", "publish: the field 'deployInfos' cannot be [{\"percentage\":5}].")]
    [InlineData("POST", ":setPublishedDeployPercentage", """{"deployPercentage":"5"}""", "setPublishedDeployPercentage: the field 'deployPercentage' cannot be \"5\".")]
    [InlineData("POST", ":rollback", """{"targetCrxVersion":"1.2.2","newVersion":"1.2.4"}""", "rollback: the field 'rollbackReason' is missing.")]
    [InlineData("GET", ":queryMetrics?metrics=users", null, "queryMetrics: its days are none, or the wrong way round.")]
    [InlineData("GET", ":queryMetrics?metrics=crashes&timeSpec.firstDate.year=2026&timeSpec.firstDate.month=1&timeSpec.firstDate.day=1&timeSpec.lastDate.year=2026&timeSpec.lastDate.month=1&timeSpec.lastDate.day=2", null, "queryMetrics: it names no metric, or one that there is not.")]
    [InlineData("GET", ":unpublish", null, "GET /v2/publishers/acme/items/ITEM:unpublish is no method of the API.")]
    public async Task A_request_that_the_reference_does_not_have_is_noticed(string method, string suffix, string? body, string what)
    {
        await StartAsync();

        using var request = Request(new(method), $"/v2/publishers/acme/items/{Item.Id}{suffix}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        try
        {
            using var answer = await http.SendAsync(request, Cancellation);
        }
        catch (HttpRequestException)
        {
            // What is asked for so badly may get no answer at all.
        }

        Assert.Contains(what.Replace("ITEM", Item.Id, StringComparison.Ordinal), Sandbox.Wrong);
    }

    [Fact]
    public async Task An_upload_without_its_headers_is_noticed()
    {
        await StartAsync();
        using var request = Request(HttpMethod.Post, $"/upload/v2/publishers/acme/items/{Item.Id}:upload");
        request.Content = new ByteArrayContent(StoreTester.Crx("1.2.4"));

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            ["upload: X-Goog-Upload-Protocol is not raw.", "upload: X-Goog-Upload-File-Name does not say what the package is.", "upload: the content type is ."], Sandbox.Wrong);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();

        if (store is not null)
        {
            await store.DisposeAsync();
        }
    }

    private async Task StartAsync()
    {
        store = await SandboxStore.StartAsync(clock, Cancellation);
        item = store.Add().WithPublished("1.2.2").WithPublished("1.2.3");
        store.Identity.Accept("token");
    }

    private Task<Answer> GetAsync(string suffix, string token = "token") => SendAsync(Request(HttpMethod.Get, $"/v2/publishers/acme/items/{Item.Id}{suffix}", token));

    private Task<Answer> PostAsync(string suffix, string body)
    {
        var request = Request(HttpMethod.Post, $"/v2/publishers/acme/items/{Item.Id}{suffix}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        return SendAsync(request);
    }

    private Task<Answer> RollBackAsync(string target, string version, bool validateOnly) =>
        PostAsync(":rollback", $$"""{"targetCrxVersion":"{{target}}","newVersion":"{{version}}","rollbackReason":"why","validateOnly":{{(validateOnly ? "true" : "false")}}}""");

    private Task<Answer> UploadAsync(string version)
    {
        var request = Request(HttpMethod.Post, $"/upload/v2/publishers/acme/items/{Item.Id}:upload");
        request.Headers.Add("X-Goog-Upload-Protocol", "raw");
        request.Headers.Add("X-Goog-Upload-File-Name", "x.zip");
        request.Content = new ByteArrayContent(StoreTester.Zip(version)) { Headers = { ContentType = new("application/zip") } };

        return SendAsync(request);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string token = "token") =>
        new(method, Sandbox.Url + path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, Cancellation);

            return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        }
    }

    private static (int, string) Code(Answer answer) => (answer.Status, $"{answer.Json.GetProperty("error").GetProperty("status")}");

    private static async Task<(int, string)> ViolationAsync(Task<Answer> sent)
    {
        var answer = await sent;

        return (answer.Status, $"{answer.Json.GetProperty("error").GetProperty("details")[2].GetProperty("fieldViolations")[0].GetProperty("reason")}");
    }

    private sealed record Answer(int Status, string Text)
    {
        public JsonElement Json => JsonElement.Parse(Text);
    }
}
