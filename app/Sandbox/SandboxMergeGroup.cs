using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>A pull request in a merge queue, on a branch of its own: merged into what the one before it came to, or into the base when it is the first.</summary>
/// <param name="Name">The branch: <c>gh-readonly-queue/main/pr-104-929f8209…</c>.</param>
/// <param name="Before">The base's head, or that of the group before.</param>
/// <param name="Head">The merge commit, which the queue's checks are asked for.</param>
internal sealed record SandboxMergeGroup(SandboxPull Pull, string Base, string Name, SandboxCommit Before, SandboxCommit Head)
{
    public SandboxRepository Repository => Pull.Issue.Repository;
}
