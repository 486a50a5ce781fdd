using Hotfix.Sandbox.Git;

namespace Hotfix.Cli.Tree;

/// <summary>
/// The commits and branches of a sandbox, drawn as <c>git log --graph --oneline --decorate --all</c> draws them, with <c>HEAD</c> at the default branch. A test holds it to git's own.
/// </summary>
internal static class GitLog
{
    private const int Digits = 7;

    public static IReadOnlyList<string> Of(SandboxBranches code)
    {
        var graph = new Graph();
        var (branches, tags) = (code.All, code.Tags);
        (string Name, SandboxCommit Commit)[] names =
        [
            .. branches.Where(branch => branch.Name == SandboxBranches.Default).Select(head => ($"HEAD -> {head.Name}", head.Head)),
            .. tags.Reverse().Select(tag => ($"tag: {tag.Name}", tag.Head)),
            .. branches.Reverse().Where(branch => branch.Name != SandboxBranches.Default),
        ];
        var named = names.ToLookup(name => name.Commit, name => name.Name);

        return [.. CommitOrder.Of(branches.Concat(tags).Select(tip => tip.Head)).SelectMany(commit => graph.Draw(commit, Text(commit, [.. named[commit]])))];
    }

    private static string Text(SandboxCommit commit, string[] names) => $"{commit.Sha[..Digits]} {(names is [] ? "" : $"({string.Join(", ", names)}) ")}{Subject(commit.Message)}";

    /// <summary>A message's first paragraph, in one line.</summary>
    private static string Subject(string message) => string.Join(' ', message.Split('\n').SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.TrimEnd()));
}
