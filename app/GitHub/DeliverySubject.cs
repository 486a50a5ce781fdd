using System.Globalization;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>What a delivery happened to, and whether anybody but a hotfix's own would care. See <see cref="DeliveryAddress"/>.</summary>
internal static class DeliverySubject
{
    private const string Command = "/hotfix";

    /// <summary>What is no event is about nothing: nobody needs to keep it. The configuration on the default branch is the repository's affair. A pull request from another repository is not known by its branch, whose name may be one of ours by chance.</summary>
    public static Values<string> About(WebhookPayload payload, GitHubEvent? happened) => happened switch
    {
        FilesPushed { IsDefault: false } push => [Branch(push.Branch)],
        BranchMoved moved => [Branch(moved.Branch)],
        TagChanged tag => [Tag(tag.Tag)],
        ReleasePublished release => [Tag(release.Tag)],
        PullRequestChanged { Branch.Length: > 0 } pull when payload.PullRequest?.Head?.Repo?.Id == pull.Repository.Id => [Pull(pull.Number), Branch(pull.Branch)],
        PullRequestChanged pull => [Pull(pull.Number)],
        PullCommented comment => [Pull(comment.Pull.Number)],
        PullReviewed review => [Pull(review.Number)],
        CheckReported check => [Commit(check.Commit), .. check.Pulls.Select(Pull)],
        CheckRequested check => [Commit(check.Commit), .. check.Pulls.Select(Pull)],
        WorkflowRunChanged { Branch.Length: > 0 } run => [Branch(run.Branch), Tag(run.Branch), Commit(run.Run.Commit)],
        WorkflowRunChanged run => [Commit(run.Run.Commit)],
        _ => [],
    };

    /// <summary>About code, and of no use to the configuration: a busy repository sends thousands of these.</summary>
    public static bool IsNoise(string name, WebhookPayload payload, GitHubEvent? happened) => happened switch
    {
        null => WebhookParser.OfRepositories.Contains(name) || (name == "issue_comment" && payload.Issue?.PullRequest is not null),
        BranchMoved or TagChanged or ReleasePublished or PullReviewed or CheckReported or WorkflowRunChanged or PullRequestChanged { Change: PullChange.State or PullChange.Text } => true,
        PullCommented comment => !comment.Body.Contains(Command, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string Commit(string sha) => $"commits/{sha}";

    private static string Branch(string name) => $"heads/{name}";

    private static string Tag(string name) => $"tags/{name}";

    private static string Pull(int number) => string.Create(CultureInfo.InvariantCulture, $"pull/{number}");
}
