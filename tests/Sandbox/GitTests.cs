using System.Collections.Immutable;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;

namespace Hotfix.Tests.Sandbox;

/// <summary>The sandbox names blobs, trees and commits as git does; the names here were made by git itself (hash-object, write-tree, commit-tree).</summary>
public sealed class GitTests
{
    private static readonly GitPerson Author = GitPerson.Of(new(1, "maintainer", "User", "https://api.github.com"), DateTimeOffset.FromUnixTimeSeconds(1795176000));

    [Fact]
    public void A_blob_a_tree_and_a_commit_have_git_s_own_names()
    {
        var files = Files(("a/x/1", "one"), ("a.b/2", "two"), ("a-c", "three"), ("z.txt", "größe\n"));
        var commit = new SandboxCommit([], files, Author, Author, "Change files");

        Assert.Equal("47e983f499a28fd6b21e7e5babc0c91d9e4ba9ee", files["z.txt"].Sha);
        Assert.Equal("1045c9a9f715de67f131ce6a4888ba67091c2c54", commit.Tree);
        Assert.Equal("699306dbab233013d8035dbb28590003db827514", commit.Sha);
    }

    [Fact]
    public void The_tree_of_nothing_is_the_one_that_git_knows() => Assert.Equal("4b825dc642cb6eb9a060e54bf8d69288fbee4904", GitTree.Of([]).Sha);

    [Fact]
    public async Task A_push_moves_its_branch_and_leaves_the_others()
    {
        await using var tester = await SandboxTester.StartAsync();
        var branches = tester.Repository.Branches;
        var root = branches.Head;

        var (first, _) = tester.Repository.Push("main", "a.txt", "one");
        var (side, _) = tester.Repository.Push("next", "b.txt", "two");
        var (last, _) = tester.Repository.Push("main", "a.txt", null);

        Assert.Equal([last, first, root], branches.Head.History);
        Assert.Equal(["a.txt", "b.txt"], side.Files.Keys);
        Assert.Same(side, branches.Find("next"));
        Assert.Same(first, branches.Find(first.Sha));
        Assert.Empty(last.Files);
        Assert.Equal(root.Tree, last.Tree);
        Assert.NotEqual(root.Sha, last.Sha);
    }

    [Fact]
    public void What_changed_is_told_file_by_file()
    {
        var before = new SandboxCommit([], Files(("changed", "1"), ("gone", "2"), ("moved", "3"), ("same", "4")), Author, Author, "Before");
        var after = new SandboxCommit([before], Files(("changed", "5"), ("new", "6"), ("moved here", "3"), ("same", "4")), Author, Author, "After");

        Assert.Equal(
            [("modified", "changed", null), ("renamed", "moved here", "moved"), ("added", "new", null), ("removed", "gone", (string?)null)],
            after.Since(before).Select(change => (change.Status, change.Path, change.Before)));
    }

    private static ImmutableSortedDictionary<string, SandboxBlob> Files(params (string Path, string Text)[] files) =>
        files.ToImmutableSortedDictionary(file => file.Path, file => SandboxBlob.Of(file.Text), StringComparer.Ordinal);
}
