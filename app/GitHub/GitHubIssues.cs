using System.Globalization;
using System.Net;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>The issue tracker that is GitHub. Promises, errors and source: see <see cref="IIssues"/>.</summary>
internal sealed partial class GitHubIssues(GitHubUrl url, ICalls calls, RepositoryLabels repositoryLabels, IApp app) : IIssues
{
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

    public Task CloseAsync(IssueId issue, CloseReason reason, long? duplicateOf, CancellationToken cancellationToken) =>
        ChangeAsync(issue, "close", new("closed", JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()), reason == CloseReason.Duplicate ? duplicateOf : null), cancellationToken);

    public Task ReopenAsync(IssueId issue, CancellationToken cancellationToken) => ChangeAsync(issue, "reopen", new("open", "reopened", null), cancellationToken);

    public async Task<FoundIssue?> FindIssueAsync(IssueId issue, CancellationToken cancellationToken)
    {
        var call = On(issue, HttpMethod.Get, $"look up {issue}");
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.IsGone)
        {
            return null;
        }

        var found = answer.Read(call, IssuesJson.Default.FoundIssueWire);

        // One that was transferred is another repository's now, where GitHub leads to by a redirect.
        return found.Number == issue.Number ? new(found.Id, found.Number, found.State == "open", found.PullRequest.ValueKind is JsonValueKind.Object, found.ClosedBy?.Login) : null;
    }

    public async Task<int> OpenIssueAsync(Repository repository, string title, string body, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Post, url.Of(repository, "issues"), repository.Installation, $"open an issue in {repository}")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new(title, body), IssuesJson.Default.IssueCreation),
            Creates = true,
        };

        return (await calls.SendAsync(call, cancellationToken)).Read(call, IssuesJson.Default.FoundIssueWire).Number;
    }

    public async Task<int?> FindOpenedAsync(Repository repository, string marker, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var us = await app.IdentityAsync(cancellationToken);
        var plain = new Call(HttpMethod.Get, url.Of(repository, "issues"), repository.Installation, $"list the issues of {repository}");
        var filter = $"?state=all&creator={Uri.EscapeDataString(us.Login)}&since={since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}&per_page=100";

        await foreach (var issue in calls.PagesAsync(plain with { Uri = new Uri(plain.Uri.AbsoluteUri + filter) }, url, IssuesJson.Default.OwnIssueWireArray, cancellationToken))
        {
            if (issue.Body?.Contains(marker, StringComparison.Ordinal) == true && string.Equals(issue.User?.Login, us.Login, StringComparison.OrdinalIgnoreCase))
            {
                return issue.Number;
            }
        }

        return null;
    }

    private async Task ChangeAsync(IssueId issue, string what, IssueState state, CancellationToken cancellationToken)
    {
        var call = On(issue, HttpMethod.Patch, $"{what} {issue}") with { Body = JsonSerializer.SerializeToUtf8Bytes(state, IssueStateJson.Default.IssueState) };

        (await calls.SendAsync(call, cancellationToken)).Check(call);
    }

    private static byte[] Assignee(string login) => JsonSerializer.SerializeToUtf8Bytes(new AssigneeNames([login]), IssuesJson.Default.AssigneeNames);

    private Call On(IssueId issue, HttpMethod method, string what, params ReadOnlySpan<string> rest) =>
        new(method, url.Of(issue.Repository, ["issues", issue.Number.ToString(CultureInfo.InvariantCulture), .. rest]), issue.Repository.Installation, what);
}
