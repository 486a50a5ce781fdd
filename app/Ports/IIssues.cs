using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// What the performer needs of an issue tracker. A member is one call in the usual case. None repeats a write whose outcome is unknown: it throws, and the performer looks first.
/// <para>Errors: <see cref="PostponedException"/> (a limit; nothing was sent), <see cref="UnavailableException"/> (no answer, or a 5xx: a write may have happened),
/// <see cref="RefusedException"/> (an answer that repeating will not change).</para>
/// <para>Source: GitHub REST, "Issues", "Labels", "Issue assignees", "Issue comments" and "Reactions", API version 2022-11-28; GraphQL, <c>minimizeComment</c>.</para>
/// </summary>
internal interface IIssues
{
    /// <summary>Adds labels; those the repository lacks are created first, with their colour and description. Adding a label that is on already changes nothing.</summary>
    Task AddLabelsAsync(IssueId issue, IReadOnlyList<Label> labels, CancellationToken cancellationToken);

    /// <summary>Takes a label off; one that is off already is no error.</summary>
    Task RemoveLabelAsync(IssueId issue, string label, CancellationToken cancellationToken);

    /// <summary>Makes somebody responsible for the issue, beside those who are. False when GitHub left them out, as it does without a word for whoever cannot be assigned there. Somebody who is assigned already changes nothing.</summary>
    Task<bool> AssignAsync(IssueId issue, string login, CancellationToken cancellationToken);

    /// <summary>Takes somebody off the issue; one who is off already is no error.</summary>
    Task UnassignAsync(IssueId issue, string login, CancellationToken cancellationToken);

    /// <summary>The comment with this marker that our App wrote, or null. Reads the comments page by page; for when the outcome of posting it is unknown.</summary>
    Task<CommentId?> FindCommentAsync(IssueId issue, string marker, CancellationToken cancellationToken);

    /// <summary>The text of a comment, or null when it is gone.</summary>
    Task<string?> ReadCommentAsync(IssueId issue, CommentId comment, CancellationToken cancellationToken);

    Task<CommentId> PostCommentAsync(IssueId issue, string body, CancellationToken cancellationToken);

    /// <summary>Replaces the text of a comment; false when it is gone.</summary>
    Task<bool> EditCommentAsync(IssueId issue, CommentId comment, string body, CancellationToken cancellationToken);

    /// <summary>Deletes a comment; one that is gone already is no error.</summary>
    Task DeleteCommentAsync(IssueId issue, CommentId comment, CancellationToken cancellationToken);

    /// <summary>Posts a comment that can be minimised later.</summary>
    Task<PostedComment> PostAnswerAsync(IssueId issue, string body, CancellationToken cancellationToken);

    /// <summary>The same as <see cref="FindCommentAsync"/>, for a comment that can be minimised.</summary>
    Task<PostedComment?> FindAnswerAsync(IssueId issue, string marker, CancellationToken cancellationToken);

    /// <summary>Folds a comment of ours away as outdated; one that is folded or gone is no error.</summary>
    /// <param name="node">GraphQL's id of the comment.</param>
    Task MinimizeAsync(Repository repository, string node, CancellationToken cancellationToken);

    /// <summary>Puts a sign on a comment, once; a comment that is gone is no error.</summary>
    Task ReactAsync(IssueId issue, CommentId comment, Reaction reaction, CancellationToken cancellationToken);

    /// <summary>Closes the issue; of one that is closed already GitHub may keep the reason it has.</summary>
    /// <param name="duplicateOf">GitHub's id of the other issue (not its number); of <see cref="CloseReason.Duplicate"/> only.</param>
    Task CloseAsync(IssueId issue, CloseReason reason, long? duplicateOf, CancellationToken cancellationToken);

    /// <summary>Opens it again; one that is open is no error.</summary>
    Task ReopenAsync(IssueId issue, CancellationToken cancellationToken);

    /// <summary>Opens an issue, and gives its number.</summary>
    Task<int> OpenIssueAsync(Repository repository, string title, string body, CancellationToken cancellationToken);

    /// <summary>The issue with this marker that our App opened since, or null. Reads issues page by page; for when the outcome of opening it is unknown.</summary>
    Task<int?> FindOpenedAsync(Repository repository, string marker, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>An issue or pull request of the number, or null.</summary>
    Task<FoundIssue?> FindIssueAsync(IssueId issue, CancellationToken cancellationToken);
}

/// <param name="Node">GraphQL's id of the comment.</param>
internal sealed record PostedComment(CommentId Comment, string Node);

/// <param name="Id">GitHub's id of it, which is not its number.</param>
/// <param name="ClosedBy">Who closed it; null while it is open, and where GitHub does not say.</param>
internal sealed record FoundIssue(long Id, int Number, bool IsOpen, bool IsPullRequest, string? ClosedBy = null);

/// <summary>A limit says "not before <paramref name="until"/>". Nothing was sent; no try is spent.</summary>
internal sealed class PostponedException(DateTimeOffset until, string message) : Exception(message)
{
    public DateTimeOffset Until { get; } = until;
}

/// <summary>No usable answer came. If a write was sent, whether it happened is unknown.</summary>
internal sealed class UnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Before this it said that it will not answer; null where it did not say.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>The tracker answered no, and would again. <see cref="Status"/> is the HTTP status; the message is one sentence without secrets.</summary>
internal sealed class RefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
