using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class RefEndpointTests
{
    private const string Git = "repos/octo-org/beta/git";

    public static TheoryData<string, string?, string> Wrong => new()
    {
        { "heads/x", null, "Reference name must contain at least three slash-separated components." },
        { "refs/x", null, "Reference name must contain at least three slash-separated components." },
        { "refs/heads/a b", null, "refs/heads/a b is not a valid ref name." },
        { "refs/heads/x..y", null, "refs/heads/x..y is not a valid ref name." },
        { "refs/heads/x.lock", null, "refs/heads/x.lock is not a valid ref name." },
        { "refs/heads/main", null, "Reference already exists" },
        { "refs/heads/main/x", null, "Reference update failed" },
        { "refs/heads/deep", null, "Reference update failed" },
        { "refs/heads/x", "0123456789012345678901234567890123456789", "Object does not exist" },
    };

    [Fact]
    public async Task A_branch_is_made_at_a_tag_moved_on_and_deleted()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (released, _) = tester.Repository.Push("main", "a.txt", "one");
        tester.Repository.Tag("v1.0.0");
        var (next, _) = tester.Repository.Push("main", "a.txt", "two");

        var (_, tag) = await tester.GetAsync($"{Git}/ref/tags/v1.0.0");
        var (made, answer) = await CreateAsync(tester, "refs/heads/hotfix/v1.0.1", tag!["object"]!["sha"]!.GetValue<string>());
        var (_, read) = await tester.GetAsync($"{Git}/ref/heads/hotfix/v1.0.1");
        var (moved, _) = await tester.PatchAsync($"{Git}/refs/heads/hotfix/v1.0.1", Sha(next.Sha));

        Assert.Equal((HttpStatusCode.Created, "refs/heads/hotfix/v1.0.1", "commit"), (made.StatusCode, $"{answer!["ref"]}", $"{answer["object"]!["type"]}"));
        Assert.Equal(released.Sha, $"{read!["object"]!["sha"]}");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Same(next, tester.Repository.Branches.Branch("hotfix/v1.0.1"));
        Assert.Equal(HttpStatusCode.NoContent, (await tester.TryAsync(HttpMethod.Delete, $"{Git}/refs/heads/hotfix/v1.0.1")).Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Reference does not exist"), await tester.TryAsync(HttpMethod.Delete, $"{Git}/refs/heads/hotfix/v1.0.1"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Reference does not exist"), await tester.TryAsync(HttpMethod.Patch, $"{Git}/refs/heads/hotfix/v1.0.1", Sha(next.Sha)));
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Git}/ref/heads/hotfix/v1.0.1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Git}/ref/heads/hotfix")).Status);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_ref_that_cannot_be_is_a_422_that_says_why(string name, string? sha, string message)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.CreateBranch("deep/er");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), await tester.TryAsync(HttpMethod.Post, $"{Git}/refs", Ref(name, sha ?? tester.Repository.Branches.Head.Sha)));
        Assert.Equal(["deep/er", "main"], tester.Repository.Branches.All.Select(branch => branch.Name));
    }

    [Fact]
    public async Task A_branch_goes_back_or_aside_only_when_it_is_forced()
    {
        await using var tester = await SandboxTester.StartAsync();
        var root = tester.Repository.Branches.Head;
        var (ahead, _) = tester.Repository.Push("main", "a.txt", "one");
        tester.Repository.CreateBranch("side", root.Sha);
        var (aside, _) = tester.Repository.Push("side", "b.txt", "two");

        foreach (var sha in (string[])[root.Sha, aside.Sha])
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "Update is not a fast forward"), await tester.TryAsync(HttpMethod.Patch, $"{Git}/refs/heads/main", Sha(sha)));
        }

        Assert.Same(ahead, tester.Repository.Branches.Head);
        Assert.Equal(HttpStatusCode.OK, (await tester.TryAsync(HttpMethod.Patch, $"{Git}/refs/heads/main", $$"""{"sha":"{{aside.Sha}}","force":true}""")).Status);
        Assert.Same(aside, tester.Repository.Branches.Head);
    }

    [Fact]
    public async Task Refs_are_found_by_how_their_names_begin()
    {
        await using var tester = await SandboxTester.StartAsync();
        Array.ForEach<string>(["hotfix/v1", "hotfix/v10", "other"], name => tester.Repository.CreateBranch(name));
        tester.Repository.Tag("hotfix/v1");

        var (_, found) = await tester.GetAsync($"{Git}/matching-refs/heads/hotfix/v1");
        var (_, none) = await tester.GetAsync($"{Git}/matching-refs/heads/nothing");

        Assert.Equal(["refs/heads/hotfix/v1", "refs/heads/hotfix/v10"], found!.AsArray().Select(one => $"{one!["ref"]}"));
        Assert.Empty(none!.AsArray());
    }

    [Fact]
    public async Task A_protected_branch_is_neither_made_nor_moved_nor_deleted()
    {
        await using var tester = await SandboxTester.StartAsync();
        var head = tester.Repository.Branches.Head.Sha;
        tester.Repository.CreateBranch("release/v1");
        tester.Repository.Protect("release/*");
        tester.Repository.Protect("refs/tags/v*", "creation");
        var (next, _) = tester.Repository.Push("main", "a.txt", "one");

        Assert.Equal(
            ["Cannot create ref due to creations being restricted.", "Cannot update this protected ref.", "Cannot delete this protected ref.", "Cannot create ref due to creations being restricted."],
            [
                await Refused(tester, HttpMethod.Post, "refs", Ref("refs/heads/release/v2", head)), await Refused(tester, HttpMethod.Patch, "refs/heads/release/v1", Sha(next.Sha)),
                await Refused(tester, HttpMethod.Delete, "refs/heads/release/v1", null), await Refused(tester, HttpMethod.Post, "refs", Ref("refs/tags/v1", head)),
            ]);
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(tester, "refs/heads/release/v2/x", head)).Response.StatusCode);
        Assert.Equal(head, tester.Repository.Branches.Branch("release/v1")!.Sha);

        static async Task<string> Refused(SandboxTester tester, HttpMethod method, string path, string? json)
        {
            var (status, message) = await tester.TryAsync(method, $"{Git}/{path}", json);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.StartsWith("Repository rule violations found\n\n", message, StringComparison.Ordinal);
            return message!.Split('\n')[2];
        }
    }

    [Fact]
    public async Task What_brings_workflow_files_that_no_branch_has_takes_the_permission_for_workflows()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("main", ".github/workflows/ci.yml", "old");
        tester.Repository.Tag("v1.0.0");
        tester.Repository.Push("main", ".github/workflows/ci.yml", "new");
        var (old, now) = (tester.Repository.Branches.Tag("v1.0.0")!.Sha, tester.Repository.Branches.Head.Sha);
        tester.Repository.CreateBranch("next");

        var (refused, body) = await CreateAsync(tester, "refs/heads/release/v1.0.0", old);
        var (moved, _) = await tester.PatchAsync($"{Git}/refs/heads/next", $$"""{"sha":"{{old}}","force":true}""");
        var (current, _) = await CreateAsync(tester, "refs/heads/release/now", now);
        await tester.MayAsync(("contents", "write"), ("workflows", "write"));
        var (allowed, _) = await CreateAsync(tester, "refs/heads/release/v1.0.0", old);

        Assert.Equal((HttpStatusCode.Forbidden, "Resource not accessible by integration"), (refused.StatusCode, $"{body!["message"]}"));
        Assert.Equal("contents=write; contents=write,workflows=write", refused.Headers.GetValues("x-accepted-github-permissions").Single());
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Created, HttpStatusCode.Created), (moved.StatusCode, current.StatusCode, allowed.StatusCode));

        // A branch that is there already makes the commit as good as any.
        await tester.MayAsync(("contents", "write"));
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(tester, "refs/heads/hotfix/v1.0.1", old)).Response.StatusCode);
    }

    [Fact]
    public async Task Writing_takes_the_permission_to_write()
    {
        await using var tester = await SandboxTester.StartAsync();
        var head = tester.Repository.Branches.Head.Sha;
        await tester.MayAsync(("contents", "read"));

        var (response, _) = await CreateAsync(tester, "refs/heads/x", head);

        Assert.Equal((HttpStatusCode.Forbidden, "contents=write"), (response.StatusCode, response.Headers.GetValues("x-accepted-github-permissions").Single()));
        Assert.Equal(HttpStatusCode.OK, (await tester.TryAsync(HttpMethod.Get, $"{Git}/ref/heads/main")).Status);
        await tester.MayAsync(("issues", "write"));
        Assert.Equal(HttpStatusCode.Forbidden, (await tester.TryAsync(HttpMethod.Get, $"{Git}/ref/heads/main")).Status);
    }

    private static Task<(HttpResponseMessage Response, JsonNode? Body)> CreateAsync(SandboxTester tester, string name, string sha) => tester.PostAsync($"{Git}/refs", Ref(name, sha));

    private static string Ref(string name, string sha) => new JsonObject { ["ref"] = name, ["sha"] = sha }.ToJsonString();

    private static string Sha(string sha) => $$"""{"sha":"{{sha}}"}""";
}
