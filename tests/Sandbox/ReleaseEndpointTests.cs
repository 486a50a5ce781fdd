using System.Net;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class ReleaseEndpointTests
{
    private const string Releases = "repos/octo-org/beta/releases";

    [Fact]
    public async Task The_latest_is_neither_a_draft_nor_a_pre_release()
    {
        await using var tester = await SandboxTester.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Releases}/latest")).Status);
        tester.Repository.Push("main", "a.txt", "one");
        tester.Repository.Release("v1.0.0");
        tester.Clock.Now += TimeSpan.FromMinutes(30);
        tester.Repository.Push("main", "a.txt", "two");
        tester.Repository.Release("v1.1.0-beta", prerelease: true);
        var (draft, _) = tester.Repository.Release("v1.1.0", draft: true);

        var (_, list) = await tester.GetAsync(Releases);
        var (_, latest) = await tester.GetAsync($"{Releases}/latest");
        var (_, beta) = await tester.GetAsync($"{Releases}/tags/v1.1.0-beta");

        Assert.Equal(["v1.1.0", "v1.1.0-beta", "v1.0.0"], list!.AsArray().Select(release => $"{release!["tag_name"]}"));
        Assert.Equal("v1.0.0", $"{latest!["tag_name"]}");
        Assert.True(beta!["prerelease"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Releases}/tags/v1.1.0")).Status);
        Assert.Null(tester.Repository.Branches.Tag("v1.1.0"));
        draft.Publish();
        Assert.Equal("v1.1.0", $"{(await tester.GetAsync($"{Releases}/latest")).Body!["tag_name"]}");
        Assert.Same(tester.Repository.Branches.Head, tester.Repository.Branches.Tag("v1.1.0"));
    }

    [Fact]
    public async Task Drafts_are_seen_by_those_only_who_may_write()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (draft, _) = tester.Repository.Release("v1.0.0", draft: true);
        await tester.MayAsync(("contents", "read"));

        Assert.Empty((await tester.GetAsync(Releases)).Body!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Releases}/{draft.Id}")).Status);
    }

    [Fact]
    public async Task A_release_is_drafted_published_and_kept_from_being_the_latest()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Release("v2.0.0");
        var (old, _) = tester.Repository.Push("release/v1", "a.txt", "one");
        tester.Repository.Push("release/v1", "a.txt", "two");

        var (response, made) = await tester.PostAsync(Releases, $$"""{"tag_name":"v1.0.1","target_commitish":"{{old.Sha}}","draft":true,"name":"Hotfix","make_latest":"false"}""");
        Assert.Null(tester.Repository.Branches.Tag("v1.0.1"));
        var (_, published) = await tester.PatchAsync($"{Releases}/{made!["id"]}", """{"draft":false,"body":"Fixed."}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal((false, "Fixed.", "Hotfix"), (published!["draft"]!.GetValue<bool>(), $"{published["body"]}", $"{published["name"]}"));
        Assert.Same(old, tester.Repository.Branches.Tag("v1.0.1"));
        Assert.Equal("v2.0.0", $"{(await tester.GetAsync($"{Releases}/latest")).Body!["tag_name"]}");
    }

    [Fact]
    public async Task A_release_that_cannot_be_is_a_422()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Release("v1.0.0");
        tester.Repository.Protect("refs/tags/p*");

        foreach (var (json, expected) in ((string, string)[])
        [
            ("""{"tag_name":"v1.0.0"}""", "already_exists tag_name "), ("""{"tag_name":"v2","target_commitish":"nothing"}""", "invalid target_commitish "),
            ("""{"tag_name":"a b"}""", "custom tag_name tag_name is not a valid tag"), ("""{"tag_name":"p1"}""", "custom pre_receive pre_receive Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n"),
        ])
        {
            var (response, body) = await tester.PostAsync(Releases, json);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, expected), (response.StatusCode, $"{body!["errors"]![0]!["code"]} {body["errors"]![0]!["field"]} {body["errors"]![0]!["message"]}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Patch, $"{Releases}/1", "{}")).Status);
    }

    /// <summary>Text, pre-release and latest can be changed: measured in github/docs#45718.</summary>
    [Fact]
    public async Task The_tag_of_an_immutable_release_is_locked_and_used_up_and_its_pre_release_can_become_the_latest()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.HasImmutableReleases = true;
        var (release, _) = tester.Repository.Release("v1", prerelease: true);
        var (head, _) = tester.Repository.Push("main", "a.txt", "two");

        Assert.Equal("Repository rule violations found\n\nCannot update this protected ref.\n\n", (await tester.TryAsync(HttpMethod.Patch, "repos/octo-org/beta/git/refs/tags/v1", $$"""{"sha":"{{head.Sha}}","force":true}""")).Message);
        Assert.Equal("Repository rule violations found\n\nCannot delete this protected ref.\n\n", (await tester.TryAsync(HttpMethod.Delete, "repos/octo-org/beta/git/refs/tags/v1")).Message);
        Assert.Equal("state cannot be changed when release is immutable", await RefusedAsync("""{"draft":true}"""));
        Assert.Equal("tag_name cannot be changed when release is immutable", await RefusedAsync("""{"tag_name":"v2"}"""));
        var (_, promoted) = await tester.PatchAsync($"{Releases}/{release.Id}", """{"prerelease":false,"body":"Fixed.","make_latest":"true"}""");
        Assert.Equal((true, false, "Fixed."), ((bool)promoted!["immutable"]!, (bool)promoted["prerelease"]!, $"{promoted["body"]}"));
        Assert.Equal("v1", $"{(await tester.GetAsync($"{Releases}/latest")).Body!["tag_name"]}");

        Assert.Equal(HttpStatusCode.NoContent, (await tester.TryAsync(HttpMethod.Delete, $"{Releases}/{release.Id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await tester.TryAsync(HttpMethod.Delete, "repos/octo-org/beta/git/refs/tags/v1")).Status);
        Assert.Equal("Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n", (await tester.TryAsync(HttpMethod.Post, "repos/octo-org/beta/git/refs", $$"""{"ref":"refs/tags/v1","sha":"{{head.Sha}}"}""")).Message);
        Assert.Equal("tag_name was used by an immutable release", $"{(await tester.PostAsync(Releases, """{"tag_name":"v1"}""")).Body!["errors"]![0]!["message"]}");

        async Task<string> RefusedAsync(string json) => $"{(await tester.PatchAsync($"{Releases}/{release.Id}", json)).Body!["errors"]![0]!["message"]}";
    }

    [Fact]
    public async Task What_a_workflow_releases_is_not_the_Apps_own_doing()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (_, ours) = await tester.PostAsync(Releases, """{"tag_name":"v1"}""");
        tester.GitHub.AcceptToken("ghs_of-a-workflow");
        tester.Use("ghs_of-a-workflow");

        var (_, theirs) = await tester.PostAsync(Releases, """{"tag_name":"v2"}""");

        Assert.Equal((tester.GitHub.App.Login, "github-actions[bot]"), ($"{ours!["author"]!["login"]}", $"{theirs!["author"]!["login"]}"));
    }

    [Fact]
    public async Task Publishing_a_tag_with_other_workflow_files_takes_the_permission_for_workflows()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (old, _) = tester.Repository.Push("main", ".github/workflows/ci.yml", "old");
        tester.Repository.Push("main", ".github/workflows/ci.yml", "new");

        var (response, _) = await tester.PostAsync(Releases, $$"""{"tag_name":"v1","target_commitish":"{{old.Sha}}"}""");

        Assert.Equal((HttpStatusCode.Forbidden, "contents=write; contents=write,workflows=write"), (response.StatusCode, response.Headers.GetValues("x-accepted-github-permissions").Single()));
        Assert.Empty(tester.Repository.Releases.All);
    }
}
