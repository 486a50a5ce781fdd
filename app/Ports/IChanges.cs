using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// What changed at GitHub since a time, for when its record of deliveries (<see cref="IHookDeliveries"/>) does not reach back so far. Each change is told as the webhook that would have told it, as far as it can be known from how things are by now.
/// Errors: as for <see cref="IIssues"/>.
/// </summary>
internal interface IChanges
{
    /// <summary>The installations of the App that are not suspended, by their numbers.</summary>
    Task<IReadOnlyList<long>> InstallationsAsync(CancellationToken cancellationToken);

    /// <summary>The repositories that an installation gives us and in which something can change.</summary>
    IAsyncEnumerable<Repository> RepositoriesAsync(long installation, CancellationToken cancellationToken);

    /// <summary>Issues that changed then or later, the oldest change first. One that was made since is told as opened, another as edited. Pull requests are left out, but so that the reader knows how far it is, the last thing of a page is named in any case: with no payload where it is nothing to be told.</summary>
    IAsyncEnumerable<Change> IssuesAsync(Repository repository, DateTimeOffset from, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Comments that changed then or later, the oldest change first, of issues and pull requests. Ours are left out, but for the last of a page, as with issues: with no JSON.</summary>
    IAsyncEnumerable<ChangedComment> CommentsAsync(Repository repository, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>A comment as the webhook that tells of it, for which its issue is read; null when that is gone. Of one that was edited since, nobody knows who did that, and it is told as an edit that changed nothing.</summary>
    Task<Change?> TellAsync(Repository repository, ChangedComment comment, CancellationToken cancellationToken);

    /// <summary>A pull request; null when it is gone.</summary>
    Task<Change?> PullAsync(Repository repository, int number, CancellationToken cancellationToken);
}

/// <param name="Id">A delivery's id, derived from what changed and when: told twice it is one.</param>
/// <param name="Event">What <c>X-GitHub-Event</c> would carry.</param>
/// <param name="IsNew">Whether it was made since.</param>
/// <param name="Payload">JSON in UTF-8.</param>
internal sealed record Change(string Id, string Event, int Number, DateTimeOffset UpdatedAt, bool IsNew, ReadOnlyMemory<byte> Payload)
{
    /// <summary>It only says how far the list was read.</summary>
    public bool IsNothing => Payload.IsEmpty;
}

/// <param name="Number">Of its issue or pull request.</param>
/// <param name="Json">As GitHub's API gave it, in UTF-8.</param>
internal sealed record ChangedComment(CommentId Comment, int Number, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, ReadOnlyMemory<byte> Json)
{
    /// <summary>It only says how far the list was read.</summary>
    public bool IsNothing => Json.IsEmpty;
}
