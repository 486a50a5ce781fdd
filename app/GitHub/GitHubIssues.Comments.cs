using System.Globalization;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>The comments of issues and pull requests.</summary>
internal sealed partial class GitHubIssues
{
    /// <summary>Characters. GitHub turns longer bodies down.</summary>
    private const int MaxBody = 65_536;

    private const string Minimize = "mutation($id:ID!){minimizeComment(input:{subjectId:$id,classifier:OUTDATED}){minimizedComment{isMinimized}}}";

    public async Task<CommentId?> FindCommentAsync(IssueId issue, string marker, CancellationToken cancellationToken) =>
        await FindAsync(issue, marker, cancellationToken) is { } comment ? new CommentId(comment.Id) : null;

    public async Task<PostedComment?> FindAnswerAsync(IssueId issue, string marker, CancellationToken cancellationToken) =>
        await FindAsync(issue, marker, cancellationToken) is { } comment ? Posted(comment) : null;

    public async Task<string?> ReadCommentAsync(IssueId issue, CommentId comment, CancellationToken cancellationToken)
    {
        var call = On(issue.Repository, comment, HttpMethod.Get, $"read a comment of {issue}");
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.IsGone ? null : answer.Read(call, IssuesJson.Default.CommentWire).Body ?? "";
    }

    public async Task<CommentId> PostCommentAsync(IssueId issue, string body, CancellationToken cancellationToken) => new((await PostAsync(issue, body, cancellationToken)).Id);

    public async Task<PostedComment> PostAnswerAsync(IssueId issue, string body, CancellationToken cancellationToken) => Posted(await PostAsync(issue, body, cancellationToken));

    public async Task<bool> EditCommentAsync(IssueId issue, CommentId comment, string body, CancellationToken cancellationToken)
    {
        var call = On(issue.Repository, comment, HttpMethod.Patch, $"edit a comment of {issue}") with { Body = Text(body) };
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.IsGone)
        {
            return false;
        }

        answer.Check(call);

        return true;
    }

    public async Task DeleteCommentAsync(IssueId issue, CommentId comment, CancellationToken cancellationToken)
    {
        var call = On(issue.Repository, comment, HttpMethod.Delete, $"delete a comment of {issue}");
        var answer = await calls.SendAsync(call, cancellationToken);

        if (!answer.IsGone)
        {
            answer.Check(call);
        }
    }

    public async Task MinimizeAsync(Repository repository, string node, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Post, url.GraphQL, repository.Installation, $"fold a comment of {repository} away")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new GraphQlQuery(Minimize, new(node)), GraphQlJson.Default.GraphQlQuery),
        };

        (await calls.SendAsync(call, cancellationToken)).CheckGraphQl(call, isGoneFine: true);
    }

    public async Task ReactAsync(IssueId issue, CommentId comment, Reaction reaction, CancellationToken cancellationToken)
    {
        var number = comment.Value.ToString(CultureInfo.InvariantCulture);
        var call = new Call(HttpMethod.Post, url.Of(issue.Repository, "issues", "comments", number, "reactions"), issue.Repository.Installation, $"react to a comment of {issue}")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new ReactionContent(Word(reaction)), IssuesJson.Default.ReactionContent),
        };

        var answer = await calls.SendAsync(call, cancellationToken);

        if (!answer.IsGone)
        {
            answer.Check(call);
        }
    }

    private async Task<CommentWire> PostAsync(IssueId issue, string body, CancellationToken cancellationToken)
    {
        var call = On(issue, HttpMethod.Post, $"comment on {issue}", "comments") with { Body = Text(body), Creates = true };

        return (await calls.SendAsync(call, cancellationToken)).Read(call, IssuesJson.Default.CommentWire);
    }

    private async Task<CommentWire?> FindAsync(IssueId issue, string marker, CancellationToken cancellationToken)
    {
        var us = await app.IdentityAsync(cancellationToken);
        var call = On(issue, HttpMethod.Get, $"list the comments of {issue}", "comments");
        var first = call with { Uri = new Uri(call.Uri.AbsoluteUri + "?per_page=100") };

        await foreach (var comment in calls.PagesAsync(first, url, IssuesJson.Default.CommentWireArray, cancellationToken))
        {
            if (comment.Body?.Contains(marker, StringComparison.Ordinal) == true && IsOurs(comment, us))
            {
                return comment;
            }
        }

        return null;
    }

    private static PostedComment Posted(CommentWire comment) => new(new(comment.Id), comment.NodeId ?? "");

    private static string Word(Reaction reaction) => reaction switch
    {
        Reaction.Eyes => "eyes",
        Reaction.Rocket => "rocket",
        Reaction.Confused => "confused",
        _ => throw new ArgumentOutOfRangeException(nameof(reaction)),
    };

    /// <summary>Anybody can write our marker; only what our App wrote is ours.</summary>
    private static bool IsOurs(CommentWire comment, AppIdentity us) =>
        comment.PerformedViaGithubApp?.Id == us.Id || string.Equals(comment.User?.Login, us.Login, StringComparison.OrdinalIgnoreCase);

    private static byte[] Text(string body) => body.Length <= MaxBody
        ? JsonSerializer.SerializeToUtf8Bytes(new CommentText(body), IssuesJson.Default.CommentText)
        : throw new ArgumentException($"A comment holds at most {MaxBody} characters; this one has {body.Length}.", nameof(body));

    private Call On(Repository repository, CommentId comment, HttpMethod method, string what) =>
        new(method, url.Of(repository, "issues", "comments", comment.Value.ToString(CultureInfo.InvariantCulture)), repository.Installation, what);
}
