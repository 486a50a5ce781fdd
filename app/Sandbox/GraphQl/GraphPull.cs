using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.GraphQl;

/// <summary><c>PullRequest</c>: what it says, changes and holds, and what people think of it.</summary>
internal static class GraphPull
{
    private static readonly GraphType Review = new GraphType("PullRequestReview")
        .With<SandboxReview>("id", review => review.NodeId)
        .With<SandboxReview>("databaseId", review => review.Id)
        .With<SandboxReview>("state", review => review.State.ToUpperInvariant())
        .With<SandboxReview>("submittedAt", review => Wire.Stamp.Of(review.Submitted))
        .With<SandboxReview>("body", review => review.Body)
        .With<SandboxReview>("author", review => GraphPeople.Of(review.Author))
        .With<SandboxReview>("authorCanPushToRepository", review => review.Pull.Issue.Repository.Roles[review.Author.Login] is not ("none" or "read" or "triage"))
        .With<SandboxReview>("commit", review => GraphCommit.OrNull(review.Pull.Issue.Repository, review.Pull.Issue.Repository.Branches.Objects.Commit(review.Commit)));

    private static readonly GraphType File = new GraphType("PullRequestChangedFile")
        .With<SandboxChange>("path", change => change.Path)
        .With<SandboxChange>("changeType", change => change.Status switch { "removed" => "DELETED", var status => status.ToUpperInvariant() })
        .With<SandboxChange>("additions", change => change.Lines.Added)
        .With<SandboxChange>("deletions", change => change.Lines.Removed);

    private static readonly GraphType Commit = new GraphType("PullRequestCommit").With<GraphNode>("commit", commit => commit);

    private static readonly GraphType ReviewRequest = new GraphType("ReviewRequest").With<SandboxUser>("requestedReviewer", GraphPeople.Of);

    private static readonly GraphType AutoMergeRequest = new GraphType("AutoMergeRequest").With<string>("mergeMethod", method => method.ToUpperInvariant());

    public static GraphType Type { get; } = new GraphType("PullRequest")
        .With<SandboxPull>("id", pull => pull.NodeId)
        .With<SandboxPull>("databaseId", pull => pull.Issue.Id)
        .With<SandboxPull>("number", pull => pull.Number)
        .With<SandboxPull>("title", pull => pull.Issue.Title)
        .With<SandboxPull>("body", pull => pull.Issue.Body ?? "")
        .With<SandboxPull>("isDraft", pull => pull.IsDraft)
        .With<SandboxPull>("state", pull => pull.IsOpen ? "OPEN" : pull.Merged is null ? "CLOSED" : "MERGED")
        .With<SandboxPull>("headRefOid", pull => pull.Head.Sha)
        .With<SandboxPull>("headRefName", pull => pull.HeadBranch)
        .With<SandboxPull>("baseRefOid", pull => pull.Base.Sha)
        .With<SandboxPull>("baseRefName", pull => pull.BaseBranch)
        .With<SandboxPull>("author", pull => GraphPeople.Of(pull.Issue.Author))
        .With<SandboxPull>("baseRef", (pull, call) => GraphRef.Find(pull.Issue.Repository, $"heads/{pull.BaseBranch}", call))
        .With<SandboxPull>("headRef", (pull, call) => GraphRef.Find(pull.Issue.Repository, $"heads/{pull.HeadBranch}", call))
        .With<SandboxPull>("autoMergeRequest", pull => AutoMergeRequest.OrNull(pull.AutoMerge))
        .With<SandboxPull>("reviewRequests", (pull, call) => GraphConnection.Of(call, "ReviewRequestConnection", pull.Reviewers, ReviewRequest.Of))
        .With<SandboxPull>("reviews", (pull, call) => GraphConnection.Of(call, "PullRequestReviewConnection", pull.Reviews, Review.Of))
        .With<SandboxPull>("files", (pull, call) => GraphConnection.Of(call, "PullRequestChangedFileConnection", pull.Files, File.Of))
        .With<SandboxPull>("commits", (pull, call) => GraphConnection.Of(
            call, "PullRequestCommitConnection", pull.Commits, commit => Commit.Of(GraphCommit.OrNull(pull.Issue.Repository, commit)!)));
}
