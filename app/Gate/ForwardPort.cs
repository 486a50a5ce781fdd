using DiffPlex;
using Hotfix.Domain;
using Hotfix.Releases;

namespace Hotfix.Gate;

/// <summary>
/// Whether a change applies to another branch: a merge of three texts by lines, as git makes it. Two changes of the same stretch, or of stretches that touch, are a conflict unless they are the same.
/// </summary>
internal static class ForwardPort
{
    /// <summary>What has to reach other branches: all but version and changelog, which each branch has of its own.</summary>
    public static Values<ChangedFile> Files(PullEvidence pull, BranchRules rules) =>
        [.. pull.Files.Where(file => file.Path != rules.Changelog && !VersionFiles.Paths(rules).Contains(file.Path, StringComparer.Ordinal))];

    /// <param name="was">The file where the change began; null when it was not there.</param>
    /// <param name="now">The file with the change; null when it took it away.</param>
    /// <param name="there">The file on the other branch; null when there is none.</param>
    public static bool Applies(string? was, string? now, string? there) =>
        there == was || there == now || (was is not null && now is not null && there is not null && !Meet(Changes(was, now), Changes(was, there)));

    private static List<Stretch> Changes(string was, string now)
    {
        var diff = new Differ().CreateLineDiffs(was, now, ignoreWhitespace: false);

        return [.. diff.DiffBlocks.Select(block => new Stretch(block.DeleteStartA, block.DeleteCountA, string.Join('\n', diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB))))];
    }

    private static bool Meet(List<Stretch> ours, List<Stretch> theirs) => ours.Exists(our => theirs.Exists(their => our != their && our.At <= their.End && their.At <= our.End));

    /// <summary>Lines of the text that was, and what took their place.</summary>
    private sealed record Stretch(int At, int Count, string Text)
    {
        public int End => At + Count;
    }
}
