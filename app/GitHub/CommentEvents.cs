using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>
/// What happened to a comment. An edit that did not change the text is nothing (GitHub sends such ones), and so is a comment of a pull request that was deleted: none of them is ours.
/// <para>Source: GitHub docs, "Webhook events and payloads": <c>issue_comment</c>, which comes for pull requests too.</para>
/// </summary>
internal static class CommentEvents
{
    public static IssueEvent? OnIssue(WebhookPayload payload, CommentPayload comment, IssueSnapshot issue) => payload.Action switch
    {
        "created" => new CommentPosted(issue, Author(comment), comment.Body ?? "", IsTeam(comment), comment.CreatedAt?.Value ?? issue.UpdatedAt, IdOf(comment)),
        "edited" when payload.Changes?.Body is { } before => new CommentEdited(
            issue, IdOf(comment), Author(comment), WebhookParser.ActorOf(payload.Sender), comment.Body ?? "", before.From ?? "", comment.UpdatedAt?.Value ?? issue.UpdatedAt),
        "deleted" when comment.Id is not null => new CommentDeleted(issue, IdOf(comment)),
        _ => null,
    };

    public static PullCommented? OnPull(WebhookPayload payload, CommentPayload comment, Repository repository)
    {
        if (payload.Issue is not { Number: { } number, PullRequest: not null } issue)
        {
            return null;
        }

        var (isKnown, before, at) = payload.Action switch
        {
            "created" => (true, null, comment.CreatedAt),
            "edited" when payload.Changes?.Body is { } was => (true, was.From ?? "", comment.UpdatedAt),
            _ => (false, (string?)null, null),
        };

        return isKnown
            ? new(new(repository, number), IdOf(comment), Author(comment), WebhookParser.ActorOf(payload.Sender), comment.Body ?? "", before, (at ?? issue.UpdatedAt)?.Value ?? DateTimeOffset.MinValue)
            : null;
    }

    private static CommentId IdOf(CommentPayload comment) => new(comment.Id ?? 0);

    private static Actor Author(CommentPayload comment) => WebhookParser.ActorOf(comment.User);

    private static bool IsTeam(CommentPayload comment) => comment.AuthorAssociation is "OWNER" or "MEMBER" or "COLLABORATOR";
}
