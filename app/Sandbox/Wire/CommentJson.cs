namespace Hotfix.Sandbox.Wire;

/// <summary>A comment, as <c>issue-comment</c> of GitHub's API description; webhooks carry the same shape.</summary>
internal sealed record CommentJson(
    string Url, string HtmlUrl, string IssueUrl, long Id, string NodeId, Fragment User, string CreatedAt, string UpdatedAt,
    string AuthorAssociation, string Body, Fragment Reactions, Fragment? PerformedViaGithubApp)
{
    public static CommentJson Of(SandboxComment comment)
    {
        var issue = comment.Issue;
        var url = $"{issue.Repository.Url}/issues/comments/{comment.Id}";

        return new(
            url, $"{issue.HtmlUrl}#issuecomment-{comment.Id}", issue.Url, comment.Id, comment.NodeId, comment.Author.Json,
            Stamp.Of(comment.Created), Stamp.Of(comment.Updated), IssueJson.Association(issue.Repository, comment.Author), comment.Body,
            IssueJson.Rollup(url, comment.Reactions), comment.ByApp ? issue.Repository.State.AppFragment : null);
    }
}
