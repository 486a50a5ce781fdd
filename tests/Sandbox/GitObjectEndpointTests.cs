using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;

namespace Hotfix.Tests.Sandbox;

public sealed class GitObjectEndpointTests
{
    private const string Git = "repos/octo-org/beta/git";

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "trees", """{"base_tree":"0123456789012345678901234567890123456789","tree":[]}""", "base_tree is not a valid tree oid" },
        { "trees", """{"tree":[{"path":"a","mode":"100644","type":"blob","sha":null}]}""", "GitRPC::BadObjectState" },
        { "trees", """{"tree":[{"path":"a","mode":"100644","type":"blob","sha":"0123456789012345678901234567890123456789"}]}""", "tree.sha 0123456789012345678901234567890123456789 is not a valid blob" },
        { "trees", """{"tree":[{"path":"a","mode":"040000","type":"tree","sha":"0123456789012345678901234567890123456789"}]}""", "tree.sha 0123456789012345678901234567890123456789 is not a valid tree" },
        { "trees", """{"tree":[{"path":"a","mode":"100644","type":"blob"}]}""", "Must supply either tree.sha or tree.content" },
        { "trees", """{"tree":[{"path":"../a","mode":"100644","type":"blob","content":"x"}]}""", "tree.path contains a malformed path component" },
        { "trees", """{"tree":[{"path":"a/.git/b","mode":"100644","type":"blob","content":"x"}]}""", "tree.path contains a malformed path component" },
        { "trees", """{"tree":[{"path":"/a","mode":"100644","type":"blob","content":"x"}]}""", "tree.path contains a malformed path component" },
        { "commits", """{"message":"x","tree":"0123456789012345678901234567890123456789"}""", "Tree SHA does not exist" },
        { "commits", """{"message":"x","tree":"4b825dc642cb6eb9a060e54bf8d69288fbee4904","parents":["0123456789012345678901234567890123456789"]}""", "Parent SHA does not exist or is not a commit object" },
        { "tags", """{"tag":"v1","message":"x","object":"0123456789012345678901234567890123456789","type":"commit"}""", "The object is no commit of this repository." },
        { "blobs", """{"content":"?","encoding":"base64"}""", "content is not valid Base64" },
    };

    [Fact]
    public async Task A_commit_is_made_of_blobs_and_a_tree_by_the_app_s_bot()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.PushProgram("main", "run.sh", "#!/bin/sh");
        var (parent, _) = tester.Repository.Push("main", new Dictionary<string, string?> { ["old.txt"] = "old", ["src/größe.txt"] = "groß" });

        var (_, blob) = await tester.PostAsync($"{Git}/blobs", $$"""{"content":"{{Convert.ToBase64String([0, 255, 1])}}","encoding":"base64"}""");
        var (_, tree) = await tester.PostAsync($"{Git}/trees", $$"""
            {"base_tree":"{{parent.Tree}}","tree":[
              {"path":"src/icon.png","mode":"100644","type":"blob","sha":"{{blob!["sha"]}}"},
              {"path":"tools/build.sh","mode":"100755","type":"blob","content":"#!/bin/sh"},
              {"path":"old.txt","mode":"100644","type":"blob","sha":null}]}
            """);
        var (response, made) = await tester.PostAsync($"{Git}/commits", $$"""{"message":"Change three files","tree":"{{tree!["sha"]}}","parents":["{{parent.Sha}}"]}""");
        var commit = tester.Repository.Branches.Find($"{made!["sha"]}")!;
        var (_, read) = await tester.GetAsync($"{Git}/commits/{commit.Sha}");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal([("run.sh", "100755"), ("src/größe.txt", "100644"), ("src/icon.png", "100644"), ("tools/build.sh", "100755")], commit.Files.Select(file => (file.Key, file.Value.Mode)));
        Assert.Equal([0, 255, 1], commit.Files["src/icon.png"].Bytes.ToArray());
        Assert.Same(parent, Assert.Single(commit.Parents));
        Assert.Equal(("hotfix-sandbox[bot]", "hotfix-sandbox[bot]"), ($"{read!["author"]!["name"]}", $"{read["committer"]!["name"]}"));
        Assert.Equal(parent.Sha, $"{read["parents"]![0]!["sha"]}");
        Assert.Same(parent, tester.Repository.Branches.Head);
    }

    [Fact]
    public async Task A_commit_says_who_made_it_when_it_was_told()
    {
        await using var tester = await SandboxTester.StartAsync();
        var head = tester.Repository.Branches.Head;

        var (_, made) = await tester.PostAsync($"{Git}/commits", $$"""
            {"message":"Merge","tree":"{{head.Tree}}","parents":["{{head.Sha}}"],"author":{"name":"Ana","email":"ana@example.com","date":"2026-11-20T12:00:00+02:00"} }
            """);

        Assert.Equal(("Ana", "2026-11-20T10:00:00Z", "Ana"), ($"{made!["author"]!["name"]}", $"{made["author"]!["date"]}", $"{made["committer"]!["name"]}"));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_git_could_not_keep_is_a_422_that_says_why(string kind, string json, string message)
    {
        await using var tester = await SandboxTester.StartAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), await tester.TryAsync(HttpMethod.Post, $"{Git}/{kind}", json));
    }

    [Fact]
    public async Task A_tree_is_listed_flat_or_with_all_below_it_and_goes_into_another()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (commit, _) = tester.Repository.Push("main", new Dictionary<string, string?> { ["a.txt"] = "1", ["lib/b.txt"] = "2", ["lib/deep/c.txt"] = "3" });

        var (_, flat) = await tester.GetAsync($"{Git}/trees/{commit.Tree}");
        var (_, all) = await tester.GetAsync($"{Git}/trees/main?recursive=1");
        var (_, copy) = await tester.PostAsync($"{Git}/trees", $$"""{"tree":[{"path":"copy","mode":"040000","type":"tree","sha":"{{flat!["tree"]![1]!["sha"]}}"}]}""");
        var (_, copied) = await tester.GetAsync($"{Git}/trees/{copy!["sha"]}?recursive=1");

        Assert.Equal(["100644 a.txt", "040000 lib"], Listed(flat));
        Assert.Equal(["100644 a.txt", "040000 lib", "100644 lib/b.txt", "040000 lib/deep", "100644 lib/deep/c.txt"], Listed(all!));
        Assert.Equal(["040000 copy", "100644 copy/b.txt", "040000 copy/deep", "100644 copy/deep/c.txt"], Listed(copied!));
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Git}/trees/nothing")).Status);

        static IEnumerable<string> Listed(JsonNode tree) => tree["tree"]!.AsArray().Select(entry => $"{entry!["mode"]} {entry["path"]}");
    }

    [Fact]
    public async Task An_annotated_tag_is_an_object_that_a_ref_leads_to()
    {
        await using var tester = await SandboxTester.StartAsync();
        var head = tester.Repository.Branches.Head;

        var (_, tag) = await tester.PostAsync($"{Git}/tags", $$"""{"tag":"v1.0.0","message":"First","object":"{{head.Sha}}","type":"commit"}""");
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Git}/ref/tags/v1.0.0")).Status);
        await tester.PostAsync($"{Git}/refs", $$"""{"ref":"refs/tags/v1.0.0","sha":"{{tag!["sha"]}}"}""");
        var (_, found) = await tester.GetAsync($"{Git}/ref/tags/v1.0.0");
        var (_, read) = await tester.GetAsync($"{Git}/tags/{tag["sha"]}");
        var (_, list) = await tester.GetAsync("repos/octo-org/beta/tags");

        Assert.Equal(("tag", $"{tag["sha"]}"), ($"{found!["object"]!["type"]}", $"{found["object"]!["sha"]}"));
        Assert.Equal(("First", "commit", head.Sha), ($"{read!["message"]}", $"{read["object"]!["type"]}", $"{read["object"]!["sha"]}"));
        Assert.Equal(("v1.0.0", head.Sha), ($"{list![0]!["name"]}", $"{list[0]!["commit"]!["sha"]}"));
        Assert.Same(head, tester.Repository.Branches.Find("v1.0.0"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Reference update failed"), await tester.TryAsync(HttpMethod.Post, $"{Git}/refs", $$"""{"ref":"refs/heads/x","sha":"{{tag["sha"]}}"}"""));
    }

    [Fact]
    public void What_is_put_last_is_a_file_or_a_folder_and_never_both()
    {
        var files = GitFiles.None.With("a", SandboxBlob.Of("1")).With("a/b/c", SandboxBlob.Of("2")).With("x/y", SandboxBlob.Of("3")).With("x", SandboxBlob.Of("4"));

        Assert.Equal(["a/b/c", "x"], files.Keys);
        Assert.Equal("4", Encoding.UTF8.GetString(files["x"].Bytes.Span));
    }
}
