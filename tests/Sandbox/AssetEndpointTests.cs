using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.Sandbox;

public sealed class AssetEndpointTests
{
    private const string Releases = "repos/octo-org/beta/releases";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_goes_to_the_address_that_the_release_names_and_comes_back_from_storage()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (_, draft) = await tester.PostAsync(Releases, """{"tag_name":"v1","draft":true}""");

        var (status, file) = await UploadAsync(tester, $"{draft!["upload_url"]}", "a.zip", "bytes");

        Assert.Equal((HttpStatusCode.Created, "a.zip", 5L, "uploaded"), (status, $"{file["name"]}", (long)file["size"]!, $"{file["state"]}"));
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData("bytes"u8))}", $"{file["digest"]}");
        Assert.Single((await tester.GetAsync($"{Releases}/{draft["id"]}/assets")).Body!.AsArray());
        Assert.Single((await tester.GetAsync($"{Releases}/{draft["id"]}")).Body!["assets"]!.AsArray());
        var stored = await WhereAsync(tester, $"{file["id"]}");
        Assert.Equal(HttpStatusCode.BadRequest, (await tester.Http.GetAsync(stored, Cancellation)).StatusCode); // our token went along
        tester.Use(null);
        Assert.Equal("bytes", await tester.Http.GetStringAsync(stored, Cancellation));
    }

    [Fact]
    public async Task A_name_is_taken_once_and_free_again_when_the_file_is_gone()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (_, draft) = await tester.PostAsync(Releases, """{"tag_name":"v1","draft":true}""");
        var (_, file) = await UploadAsync(tester, $"{draft!["upload_url"]}", "a.zip", "one");

        var (status, refusal) = await UploadAsync(tester, $"{draft["upload_url"]}", "a.zip", "two");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "already_exists"), (status, $"{refusal["errors"]![0]!["code"]}"));
        Assert.Equal(HttpStatusCode.NoContent, (await tester.TryAsync(HttpMethod.Delete, $"{Releases}/assets/{file["id"]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Delete, $"{Releases}/assets/{file["id"]}")).Status);
        Assert.Equal(HttpStatusCode.Created, (await UploadAsync(tester, $"{draft["upload_url"]}", "a.zip", "two")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await tester.TryAsync(HttpMethod.Delete, $"{Releases}/{draft["id"]}")).Status);
        Assert.Empty(tester.Repository.Releases.All);
    }

    [Fact]
    public async Task An_immutable_release_gets_no_file_more_and_loses_none()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.HasImmutableReleases = true;
        var (_, draft) = await tester.PostAsync(Releases, """{"tag_name":"v1","draft":true}""");
        var (_, file) = await UploadAsync(tester, $"{draft!["upload_url"]}", "a.zip", "one");
        var (_, published) = await tester.PatchAsync($"{Releases}/{draft["id"]}", """{"draft":false}""");
        tester.Repository.HasImmutableReleases = false; // what is locked stays so

        var (status, refusal) = await UploadAsync(tester, $"{draft["upload_url"]}", "b.zip", "two");
        var (removal, body) = await tester.SendAsync(HttpMethod.Delete, $"{Releases}/assets/{file["id"]}");

        Assert.Equal((false, true), ((bool)draft["immutable"]!, (bool)published!["immutable"]!));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Cannot upload assets to an immutable release."), (status, $"{refusal["message"]}"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Cannot delete asset from an immutable release"), (removal.StatusCode, $"{body!["errors"]![0]!["message"]}"));
        Assert.Equal(["a.zip"], tester.Repository.Releases.Of("v1")!.Assets.Select(asset => asset.Name));
    }

    [Fact]
    public async Task Writing_takes_the_permission_and_a_drafts_files_are_not_shown_to_readers()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (draft, _) = Hotfix.Sandbox.SandboxReleasing.Release(tester.Repository, "v1", draft: true);
        var file = draft.Attach("a.zip", "bytes"u8.ToArray(), "application/zip", draft.Author);
        await tester.MayAsync(("contents", "read"));

        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Releases}/assets/{file.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tester.TryAsync(HttpMethod.Delete, $"{Releases}/assets/{file.Id}")).Status);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> UploadAsync(SandboxTester tester, string template, string name, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var response = await tester.Http.PostAsync(new Uri($"{template.Split('{')[0]}?name={name}"), content, Cancellation);

        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }

    private static async Task<Uri> WhereAsync(SandboxTester tester, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Releases}/assets/{id}") { Headers = { Accept = { new("application/octet-stream") } } };
        using var response = await tester.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);

        return response.Headers.Location!;
    }
}
