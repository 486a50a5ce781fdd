using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>All check runs of an App on a commit, as GitHub keeps them together.</summary>
internal sealed record SandboxSuite(SandboxRepository Repository, long AppId, SandboxCommit Commit)
{
    public long Id => Repository.SuiteOf(AppId, Commit.Sha);

    public IReadOnlyList<SandboxCheck> Checks => [.. Repository.Checks.Where(check => check.AppId == AppId && check.Commit == Commit.Sha)];

    public SandboxPush? Push => Repository.PushesOf(Commit.Sha) is [.., var last] ? last : null;

    /// <summary>The branch to which it was pushed; null for a commit that only a fork has.</summary>
    public string? Branch => Push?.Branch;

    /// <summary>The open pull requests whose head it is.</summary>
    public IReadOnlyList<SandboxPull> Pulls => [.. Repository.Pulls.Where(pull => pull.IsOpen && pull.Head == Commit)];

    public string Status => Checks is [] ? "queued" : Checks.All(check => check.Status == "completed") ? "completed" : "in_progress";

    public string? Conclusion => Status != "completed" ? null : Checks.Any(check => check.Conclusion is not ("success" or "neutral" or "skipped")) ? "failure" : "success";
}
