using Hotfix.Cli.Tree;
using Hotfix.Sandbox;
using Hotfix.Tests.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Tree;

/// <summary>The tree that the demo prints is git's own, line by line: real git clones the sandbox and draws the same.</summary>
public sealed class GitLogTests
{
    private static readonly Dictionary<string, Action<History>> Histories = new()
    {
        ["one commit"] = _ => { },
        ["a line"] = all => all.Commit("main").Commit("main"),
        ["a fix on a release line, merged"] = all => all.Commit("main").Tag("v1.0.0").Commit("main").Branch("release/v1.0.0", "v1.0.0").Branch("hotfix/v1.0.1", "v1.0.0")
            .Commit("hotfix/v1.0.1").Commit("hotfix/v1.0.1").Merge("hotfix/v1.0.1", "release/v1.0.0"),
        ["the same while the default branch goes on"] = all => all.Commit("main").Tag("v1.0.0").Branch("release/v1.0.0", "v1.0.0").Branch("hotfix/v1.0.1", "v1.0.0")
            .Commit("hotfix/v1.0.1").Commit("hotfix/v1.0.1").Merge("hotfix/v1.0.1", "release/v1.0.0").Tag("v1.0.1", "release/v1.0.0").Commit("main"),
        ["all in one second"] = all => all.Every(0).Commit("main").Tag("v1.0.0").Commit("main").Branch("release/v1.0.0", "v1.0.0").Branch("hotfix/v1.0.1", "v1.0.0")
            .Commit("hotfix/v1.0.1").Merge("hotfix/v1.0.1", "release/v1.0.0"),
        ["a fix on the default branch, merged"] = all => all.Commit("main").Tag("v1.0.0").Branch("hotfix/x", "main").Commit("hotfix/x").Merge("hotfix/x", "main"),
        ["brought forward to the default branch"] = all => all.Commit("main").Branch("release/v1.0.0", "main").Commit("main").Branch("hotfix/x", "release/v1.0.0").Commit("hotfix/x")
            .Merge("hotfix/x", "release/v1.0.0").Merge("release/v1.0.0", "main").Commit("main"),
        ["two hotfixes at once"] = all => all.Commit("main").Branch("release/v1.0.0", "main").Commit("main").Branch("hotfix/a", "release/v1.0.0").Branch("hotfix/b", "release/v1.0.0")
            .Commit("hotfix/a").Commit("hotfix/b").Commit("main").Merge("hotfix/b", "release/v1.0.0").Merge("hotfix/a", "release/v1.0.0"),
        ["three lines from one commit, far apart"] = all => all.Commit("main").Branch("a", "main").Branch("b", "main").Branch("c", "main").Branch("d", "main")
            .Commit("d").Commit("c").Commit("b").Commit("a").Commit("main"),
    };

    public static TheoryData<string> Names => [.. Histories.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_tree_is_gits_own(string history) => CompareAsync(1, (all, _) => Histories[history](all));

    /// <summary>Histories that nobody would make on purpose: lines that cross and merges of merges.</summary>
    [Fact]
    public Task So_is_that_of_a_history_made_by_chance() => CompareAsync(50, (all, number) => all.Random(new(number)));

    private static async Task CompareAsync(int count, Action<History, int> make)
    {
        await using var tester = await SandboxTester.StartAsync();
        var folder = Directory.CreateTempSubdirectory("hotfix-tree-");

        try
        {
            for (var number = 0; number < count; number++)
            {
                var repository = tester.GitHub.AddRepository("octo-org", $"history-{number}");
                make(new(repository, tester.Clock), number);
                var clone = Path.Combine(folder.FullName, repository.Name);
                Assert.Equal((0, "", ""), await Git.RunAsync("clone", "--quiet", "--mirror", repository.CloneUrl, clone));
                var (code, log, _) = await Git.RunAsync("-C", clone, "log", "--graph", "--oneline", "--decorate", "--all");

                Assert.Equal(0, code);
                Assert.Equal(log.TrimEnd('\n').Split('\n'), GitLog.Of(repository.Branches));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Commits that never conflict, a second apart unless it says otherwise.</summary>
    private sealed class History(SandboxRepository repository, SandboxClock clock)
    {
        private int commits;
        private int seconds = 1;

        public History Every(int apart)
        {
            seconds = apart;

            return this;
        }

        public History Commit(string branch)
        {
            Tick();
            repository.Push(branch, new Dictionary<string, string?> { [$"{++commits}.txt"] = "" }, message: $"Change {commits}\nof {branch}\n\nand say why");

            return this;
        }

        public History Branch(string name, string at)
        {
            repository.CreateBranch(name, at);

            return this;
        }

        public History Tag(string name, string? at = null)
        {
            repository.Tag(name, at, annotated: commits % 2 == 0);

            return this;
        }

        public History Merge(string branch, string into)
        {
            Tick();
            repository.MergeByHand(branch, into);

            return this;
        }

        public void Random(Random chance)
        {
            for (var step = 0; step < 25; step++)
            {
                string[] branches = [.. repository.Branches.All.Select(branch => branch.Name)];
                var (one, other) = (branches[chance.Next(branches.Length)], branches[chance.Next(branches.Length)]);
                _ = Every(chance.Next(3)) is var all && chance.Next(6) switch
                {
                    0 when branches.Length < 6 => all.Branch($"branch-{step}", one),
                    1 => all.Tag($"v{step}", one),
                    2 or 3 when repository.Branches.Branch(one) != repository.Branches.Branch(other) => all.Merge(one, other),
                    _ => all.Commit(one),
                } is not null;
            }
        }

        private void Tick() => clock.Now += TimeSpan.FromSeconds(seconds);
    }
}
