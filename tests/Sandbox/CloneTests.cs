using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

/// <summary>What the sandbox holds obeys git: git itself clones it, finds nothing wrong with it, and sees the same.</summary>
public sealed class CloneTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-clone-");

    [Fact]
    public async Task Git_clones_what_the_sandbox_holds_and_finds_nothing_wrong_with_it()
    {
        await using var tester = await SandboxTester.StartAsync();
        var repository = tester.Repository;
        repository.Push("main", new Dictionary<string, string?> { ["README.md"] = "# Größer\n", ["src/a/b/c.js"] = "let it = 'be';\n", ["src/a.b"] = "", ["src/a-b"] = "x", ["日本/\U0001F4A5.txt"] = "crash", ["日本/\uFF21"] = "A" });
        repository.PushProgram("main", "tools/build.sh", "#!/bin/sh\n");
        repository.PushBytes("main", new Dictionary<string, byte[]> { ["icon.png"] = [0x89, 0x00, 0xFF] });
        repository.Tag("v1.0.0", annotated: true, message: "The first");
        repository.Tag("light");
        repository.CreateBranch("release/v1.0.0", "v1.0.0");
        var (merged, _, _) = repository.OpenPull("hotfix/v1.0.1", new Dictionary<string, string?> { ["src/a/b/c.js"] = "let it = 'go';\n" }, @base: "release/v1.0.0");
        repository.Push("release/v1.0.0", "CHANGELOG.md", "- fixed\n");
        merged.Merge();
        repository.OpenPull("squashed", new Dictionary<string, string?> { ["README.md"] = null }).Pull.Merge(method: "squash");
        await CommitByRestAsync(tester);

        var (code, _, error) = await GitAsync("clone", "--quiet", "--mirror", repository.CloneUrl, folder.FullName);
        await GitAsync("-C", folder.FullName, "hash-object", "-t", "tree", "-w", "/dev/null"); // git knows the empty folder by heart, and so does not fetch it; but fsck misses it
        var (sound, said, complaints) = await GitAsync("-C", folder.FullName, "fsck", "--strict", "--full", "--no-dangling");
        var (_, refs, _) = await GitAsync("-C", folder.FullName, "for-each-ref", "--format=%(objectname) %(refname:lstrip=1)");
        var (_, head, _) = await GitAsync("-C", folder.FullName, "symbolic-ref", "HEAD");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal((0, "", ""), (sound, said, complaints));
        Assert.Equal(repository.Branches.Refs.All.Select(pair => $"{pair.Value} {pair.Key}"), refs.TrimEnd().Split('\n'));
        Assert.Equal("refs/heads/main", head.Trim());

        foreach (var (name, commit) in repository.Branches.All)
        {
            Assert.Equal(commit.Files.Select(file => $"{file.Value.Mode} blob {file.Value.Sha}\t{file.Key}").Order(StringComparer.Ordinal), (await ListAsync(name)).Order(StringComparer.Ordinal));
            Assert.Equal($"{commit.History.Count()}", (await GitAsync("-C", folder.FullName, "rev-list", "--count", name)).Output.Trim());
        }

        Assert.Equal("let it = 'go';\n", (await GitAsync("-C", folder.FullName, "show", "release/v1.0.0:src/a/b/c.js")).Output);
        Assert.Equal("2", (await GitAsync("-C", folder.FullName, "rev-list", "--parents", "-n1", "release/v1.0.0")).Output.Trim().Count(one => one == ' ').ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(merged.Merged!.Commit.Sha, (await GitAsync("-C", folder.FullName, "rev-parse", "release/v1.0.0")).Output.Trim());
    }

    [Fact]
    public async Task Git_is_told_that_what_is_not_there_is_not_found()
    {
        await using var tester = await SandboxTester.StartAsync();

        var (code, _, error) = await GitAsync("clone", "--quiet", $"{tester.GitHub.Url}octo-org/nothing.git", folder.FullName);

        Assert.Equal(128, code);
        Assert.Contains("not found", error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A commit of the App's, with what REST makes by itself: a blob, a tree upon another, a person with a time of their own.</summary>
    private static async Task CommitByRestAsync(SandboxTester tester)
    {
        var head = tester.Repository.Branches.Head;
        var git = $"repos/{tester.Repository.FullName}/git";
        var (_, blob) = await tester.PostAsync($"{git}/blobs", $$"""{"content":"{{Convert.ToBase64String(Encoding.Latin1.GetBytes("\0ÿ\u0001"))}}","encoding":"base64"}""");
        var (_, tree) = await tester.PostAsync($"{git}/trees", $$"""{"base_tree":"{{head.Tree}}","tree":[{"path":"src/a","mode":"100755","type":"blob","sha":"{{blob!["sha"]}}"}, {"path":"link","mode":"120000","type":"blob","content":"src/a"}] }""");
        var (_, commit) = await tester.PostAsync($"{git}/commits", new JsonObject { ["message"] = "Größer\n\nund mehr\n", ["tree"] = $"{tree!["sha"]}", ["parents"] = new JsonArray(head.Sha) }.ToJsonString());
        await tester.PatchAsync($"{git}/refs/heads/main", $$"""{"sha":"{{commit!["sha"]}}"}""");
    }

    private async Task<string[]> ListAsync(string reference) => (await GitAsync("-C", folder.FullName, "ls-tree", "-r", "-z", reference)).Output.TrimEnd('\0').Split('\0');

    private static Task<(int ExitCode, string Output, string Error)> GitAsync(params string[] arguments) => Git.RunAsync(arguments);
}
