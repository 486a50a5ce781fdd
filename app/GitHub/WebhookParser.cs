using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>
/// Bytes of a delivery → one of our events, or null for "not ours". Payload types stay in this folder.
/// <para>Errors: <see cref="JsonException"/> when the bytes are no JSON object of the expected shape; a missing field is no error.</para>
/// </summary>
internal static class WebhookParser
{
    /// <summary>The events of repositories and not of issues. A busy repository sends thousands of them, and few of those are of use.</summary>
    public static readonly IReadOnlySet<string> OfRepositories = new HashSet<string>(StringComparer.Ordinal) { "push", "pull_request", "pull_request_review", "check_run", "check_suite", "status", "merge_group", Runs, "create", "delete", "release" };

    /// <summary>The events that the App must be subscribed to; its manifest asks for these and no others.</summary>
    public static readonly IReadOnlySet<string> Subscribed = new HashSet<string>(OfRepositories, StringComparer.Ordinal) { "issues", "issue_comment" };

    /// <summary>The events that are ours by name: those, and what comes by itself and cannot be subscribed to.</summary>
    public static readonly IReadOnlySet<string> Events = new HashSet<string>(Subscribed, StringComparer.Ordinal) { "installation", "installation_repositories", "ping" };

    private const string Runs = "workflow_run";

    public static WebhookPayload Read(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, WebhookJson.Default.WebhookPayload) ?? throw new JsonException("The body is null.");

    /// <summary>What this App itself did is no event: its own labels and comments must not set it off again. A run that its push or its asking set off is GitHub's doing.</summary>
    public static GitHubEvent? Parse(string name, WebhookPayload payload, AppIdentity self) => name switch
    {
        _ when name != Runs && string.Equals(payload.Sender?.Login, self.Login, StringComparison.OrdinalIgnoreCase) && payload.Sender?.Type == "Bot" => null,
        "ping" => new Pinged(),
        "installation" or "installation_repositories" when payload is { Installation.Id: { } id, Action: { } action } => new InstallationChanged(id, action),
        "issues" when Snapshot(payload) is { } issue => Issue(payload, issue),
        "issue_comment" when payload.Comment is { } comment && Snapshot(payload) is { } issue => CommentEvents.OnIssue(payload, comment, issue),
        "issue_comment" when payload.Comment is { } comment && RepositoryOf(payload) is { } repository => CommentEvents.OnPull(payload, comment, repository),
        _ when OfRepositories.Contains(name) && RepositoryOf(payload) is { } repository => RepositoryEvents.Parse(name, payload, repository, self),
        _ => null,
    };

    /// <summary>The repository a payload speaks of, or null.</summary>
    public static Repository? RepositoryOf(WebhookPayload payload) =>
        payload is { Installation.Id: { } installation, Repository: { Id: { } id, Name: { } name, Owner.Login: { } owner } } ? new(installation, id, owner, name) : null;

    private static IssueEvent? Issue(WebhookPayload payload, IssueSnapshot issue) => (payload.Action, payload.Label?.Name) switch
    {
        ("opened", _) => new IssueOpened(issue),
        ("edited", _) => new IssueEdited(issue),
        ("reopened", _) => new IssueReopened(issue),
        ("closed", _) => new IssueClosed(issue, ActorOf(payload.Sender)),
        ("assigned", _) => new IssueAssigned(issue, payload.Assignee?.Login ?? "", ActorOf(payload.Sender)),
        ("unassigned", _) => new IssueUnassigned(issue, payload.Assignee?.Login ?? "", ActorOf(payload.Sender)),
        ("deleted" or "transferred", _) => new IssueGone(issue),
        ("labeled", { } label) => new IssueLabeled(issue, label, ActorOf(payload.Sender)),
        ("unlabeled", { } label) => new IssueUnlabeled(issue, label, ActorOf(payload.Sender)),
        _ => null,
    };

    public static Actor ActorOf(ActorPayload? actor) => new(actor?.Login ?? "", actor?.Type == "Bot");

    private static IssueSnapshot? Snapshot(WebhookPayload payload) =>
        RepositoryOf(payload) is { } repository && payload.Issue is { Number: { } number, PullRequest: null } issue
            ? new(
                new(repository, number),
                ActorOf(issue.User),
                new(issue.Title ?? "", issue.Body ?? ""),
                [.. (issue.Labels ?? []).Select(label => label?.Name).OfType<string>()],
                issue.State != "closed",
                issue.UpdatedAt?.Value ?? DateTimeOffset.MinValue,
                [.. (issue.Assignees ?? []).Select(assignee => assignee?.Login).OfType<string>()],
                (issue.CreatedAt ?? issue.UpdatedAt)?.Value ?? DateTimeOffset.MinValue)
            : null;
}
