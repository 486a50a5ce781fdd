using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class ContentEndpointTests
{
    private const string Contents = "repos/octo-org/beta/contents";

    [Fact]
    public async Task A_file_comes_as_base64_with_the_name_that_git_gives_it()
    {
        await using var tester = await SandboxTester.StartAsync();
        var text = string.Concat(Enumerable.Repeat("# größer\n", 20));
        var (commit, _) = tester.Repository.Push("main", ".github/hotfix.yml", text);

        var (response, body) = await tester.GetAsync($"{Contents}/.github/hotfix.yml");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(commit.Files[".github/hotfix.yml"].Sha, body!["sha"]!.GetValue<string>());
        Assert.Equal("hotfix.yml", body["name"]!.GetValue<string>());
        Assert.Contains('\n', body["content"]!.GetValue<string>());
        Assert.Equal(text, Encoding.UTF8.GetString(Convert.FromBase64String(body["content"]!.GetValue<string>())));
    }

    [Fact]
    public async Task A_file_is_what_it_was_at_a_commit_or_is_on_a_branch()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (first, _) = tester.Repository.Push("main", "a.txt", "one");
        tester.Repository.Push("main", "a.txt", "two");
        tester.Repository.Push("feature/x", "a.txt", "three");

        Assert.Equal("two", await ReadAsync(tester, "a.txt"));
        Assert.Equal("one", await ReadAsync(tester, $"a.txt?ref={first.Sha}"));
        Assert.Equal("three", await ReadAsync(tester, "a.txt?ref=feature%2Fx"));
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync($"{Contents}/a.txt?ref=none")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync($"{Contents}/b.txt")).Response.StatusCode);
    }

    [Fact]
    public async Task A_folder_is_a_list_or_an_object_as_it_was_asked_for()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("main", new Dictionary<string, string?> { ["docs/a.md"] = "a", ["docs/deep/b.md"] = "b", ["docs/deep/c.md"] = "c", ["x"] = "x" });

        var (_, list) = await tester.GetAsync($"{Contents}/docs");
        AsObject(tester);
        var (_, one) = await tester.GetAsync($"{Contents}/docs");

        Assert.Equal(["file docs/a.md", "dir docs/deep"], list!.AsArray().Select(entry => $"{entry!["type"]} {entry["path"]}"));
        Assert.Equal("dir", one!["type"]!.GetValue<string>());
        Assert.Equal(2, one["entries"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_large_file_is_refused_or_comes_without_its_content_as_it_was_asked_for()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("main", "large.txt", new string('x', (1024 * 1024) + 1));

        var (refused, why) = await tester.GetAsync($"{Contents}/large.txt");
        AsObject(tester);
        var (_, one) = await tester.GetAsync($"{Contents}/large.txt");

        Assert.Equal((HttpStatusCode.Forbidden, "too_large"), (refused.StatusCode, why!["errors"]![0]!["code"]!.GetValue<string>()));
        Assert.Equal(("none", "", 1024 * 1024 + 1), (one!["encoding"]!.GetValue<string>(), one["content"]!.GetValue<string>(), one["size"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_has_not_changed_is_a_304()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("main", "a.txt", "one");
        var (first, _) = await tester.GetAsync($"{Contents}/a.txt");

        Assert.Equal(HttpStatusCode.NotModified, (await tester.GetAsync($"{Contents}/a.txt", first.Headers.ETag!.ToString())).Response.StatusCode);
        tester.Repository.Push("main", "a.txt", "two");
        Assert.Equal(HttpStatusCode.OK, (await tester.GetAsync($"{Contents}/a.txt", first.Headers.ETag!.ToString())).Response.StatusCode);
    }

    [Fact]
    public async Task A_token_that_was_not_asked_to_read_it_may_not()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Use(tester.Jwt());
        var (_, token) = await tester.PostAsync($"app/installations/{tester.Repository.Installation.Id}/access_tokens", """{"permissions":{"issues":"write"}}""");
        tester.Use(token!["token"]!.GetValue<string>());

        var (response, body) = await tester.GetAsync($"{Contents}/a.txt");

        Assert.Equal((HttpStatusCode.Forbidden, "Resource not accessible by integration"), (response.StatusCode, body!["message"]!.GetValue<string>()));
        Assert.Equal("contents=read", response.Headers.GetValues("x-accepted-github-permissions").Single());
    }

    [Fact]
    public async Task No_token_allows_more_than_its_installation_has_accepted()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Installation.Permissions = new Dictionary<string, string> { ["issues"] = "write", ["contents"] = "read" };
        tester.Use(tester.Jwt());
        var path = $"app/installations/{tester.Repository.Installation.Id}/access_tokens";

        var (less, granted) = await tester.PostAsync(path, """{"permissions":{"issues":"read"}}""");
        var (more, _) = await tester.PostAsync(path, """{"permissions":{"contents":"write"}}""");
        tester.Repository.Installation.AcceptPermissions();
        var (accepted, _) = await tester.PostAsync(path, """{"permissions":{"checks":"write"}}""");

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created], [less.StatusCode, more.StatusCode, accepted.StatusCode]);
        Assert.Equal("""{"issues":"read"}""", granted!["permissions"]!.ToJsonString());
    }

    private static void AsObject(SandboxTester tester) => tester.Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github.object+json"));

    private static async Task<string> ReadAsync(SandboxTester tester, string path)
    {
        var (_, body) = await tester.GetAsync($"{Contents}/{path}");

        return Encoding.UTF8.GetString(Convert.FromBase64String(body!["content"]!.GetValue<string>()));
    }
}
