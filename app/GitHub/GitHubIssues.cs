using System.Globalization;
using System.Net;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>The issue tracker that is GitHub. Promises, errors and source: see <see cref="IIssues"/>.</summary>
internal sealed class GitHubIssues(GitHubUrl url, ICalls calls, RepositoryLabels repositoryLabels, IApp app) : IIssues
{
    /// <summary>Characters. GitHub turns longer bodies down.</summary>
    private const int MaxBody = 65_536;

    public async Task AddLabelsAsync(IssueId issue, IReadOnlyList<Label> labels, CancellationToken cancellationToken)
    {
        if (labels.Count == 0)
        {
            return;
        }

        foreach (var label in labels)
        {
            await repositoryLabels.EnsureAsync(issue.Repository, label, cancellationToken);
        }

        var call = On(issue, HttpMethod.Post, $"add labels to {issue}", "labels") with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new LabelNames([.. labels.Select(label => label.Name)]), IssuesJson.Default.LabelNames),
        };

        var answer = await calls.SendAsync(call, cancellationToken);
        var after = answer.Read(call, IssuesJson.Default.LabelWireArray).ToLookup(label => label.Name, StringComparer.OrdinalIgnoreCase);

        if (labels.FirstOrDefault(label => !after.Contains(label.Name)) is { } dropped)
        {
            throw new RefusedException(
                (int)answer.Status, $"GitHub silently dropped the label '{dropped.Name}' when asked to add it to {issue}: the App has no push access there.");
        }

        // A label that somebody deleted meanwhile was created anew by adding it, with a colour of GitHub's.
        foreach (var label in labels.Where(label => !RepositoryLabels.HasColor(after[label.Name].First(), label)))
        {
            await repositoryLabels.CorrectAsync(issue.Repository, label, cancellationToken);
        }
    }

    public async Task RemoveLabelAsync(IssueId issue, string label, CancellationToken cancellationToken)
    {
        var call = On(issue, HttpMethod.Delete, $"take the label '{label}' off {issue}", "labels", label);
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status != HttpStatusCode.NotFound)
        {
            answer.Check(call);
        }
    }

    public async Task<bool> AssignAsync(IssueId issue, string login, CancellationToken cancellationToken)
    {
        var call = On(issue, HttpMethod.Post, $"assign {issue} to '{login}'", "assignees") with { Body = Assignee(login) };
        var assigned = (await calls.SendAsync(call, cancellationToken)).Read(call, IssuesJson.Default.AssignedIssue);

        return assigned.Assignees?.Any(assignee => string.Equals(assignee?.Login, login, StringComparison.OrdinalIgnoreCase)) == true;
    }

    public async Task UnassignAsync(IssueId issue, string login, CancellationToken cancellationToken)
    {
        var call = On(issue, HttpMethod.Delete, $"take '{login}' off {issue}", "assignees") with { Body = Assignee(login) };

        (await calls.SendAsync(call, cancellationToken)).Check(call);
    }

    public async Task<CommentId?> FindCommentAsync(IssueId issue, string marker, CancellationToken cancellationToken)
    {
        var us = await app.IdentityAsync(cancellationToken);
        var call = On(issue, HttpMethod.Get, $"list the comments of {issue}", "comments");
        var first = call with { Uri = new Uri(call.Uri.AbsoluteUri + "?per_page=100") };

        await foreach (var comment in calls.PagesAsync(first, url, IssuesJson.Default.CommentWireArray, cancellationToken))
        {
            if (comment.Body?.Contains(marker, StringComparison.Ordinal) == true && IsOurs(comment, us))
            {
                return new CommentId(comment.Id);
            }
        }

        return null;
    }

    public async Task<string?> ReadCommentAsync(IssueId issue, CommentId comment, CancellationToken cancellationToken)
    {
        var call = On(issue.Repository, comment, HttpMethod.Get, $"read a comment of {issue}");
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.IsGone ? null : answer.Read(call, IssuesJson.Default.CommentWire).Body ?? "";
    }

    public async Task<CommentId> PostCommentAsync(IssueId issue, string body, CancellationToken cancellationToken)
    {
        var call = On(issue, HttpMethod.Post, $"comment on {issue}", "comments") with { Body = Text(body), Creates = true };

        return new CommentId((await calls.SendAsync(call, cancellationToken)).Read(call, IssuesJson.Default.CommentWire).Id);
    }

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

    /// <summary>Anybody can write our marker; only what our App wrote is ours.</summary>
    private static bool IsOurs(CommentWire comment, AppIdentity us) =>
        comment.PerformedViaGithubApp?.Id == us.Id || string.Equals(comment.User?.Login, us.Login, StringComparison.OrdinalIgnoreCase);

    private static byte[] Text(string body) => body.Length <= MaxBody
        ? JsonSerializer.SerializeToUtf8Bytes(new CommentText(body), IssuesJson.Default.CommentText)
        : throw new ArgumentException($"A comment holds at most {MaxBody} characters; this one has {body.Length}.", nameof(body));

    private static byte[] Assignee(string login) => JsonSerializer.SerializeToUtf8Bytes(new AssigneeNames([login]), IssuesJson.Default.AssigneeNames);

    private Call On(IssueId issue, HttpMethod method, string what, params ReadOnlySpan<string> rest) =>
        new(method, url.Of(issue.Repository, ["issues", issue.Number.ToString(CultureInfo.InvariantCulture), .. rest]), issue.Repository.Installation, what);

    private Call On(Repository repository, CommentId comment, HttpMethod method, string what) =>
        new(method, url.Of(repository, "issues", "comments", comment.Value.ToString(CultureInfo.InvariantCulture)), repository.Installation, what);
}
