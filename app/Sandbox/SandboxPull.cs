using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>A pull request of a branch of the same repository: to GitHub an issue with a head and a base.</summary>
internal sealed class SandboxPull(SandboxIssue issue, string head, string @base)
{
    private readonly SandboxBranches branches = issue.Repository.Branches;

    public SandboxIssue Issue { get; } = issue;

    public int Number => Issue.Number;

    public string HeadBranch { get; } = head;

    public string BaseBranch { get; set; } = @base;

    /// <summary>Stays what it was when the branch is deleted.</summary>
    public SandboxCommit Head => field = branches.Branch(HeadBranch) ?? field!;

    public SandboxCommit Base => field = branches.Branch(BaseBranch) ?? field!;

    /// <summary>Its commits, the oldest first: those of the head that the base does not have.</summary>
    public IReadOnlyList<SandboxCommit> Commits => [.. Head.History.TakeWhile(commit => commit != Fork).Reverse()];

    /// <summary>What it changes since it left the base.</summary>
    public IReadOnlyList<SandboxChange> Files => Head.Since(Fork);

    private SandboxCommit? Fork
    {
        get
        {
            var known = Base.History.ToHashSet();

            return Head.History.FirstOrDefault(known.Contains);
        }
    }
}
