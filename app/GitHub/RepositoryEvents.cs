using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>
/// What happened to a repository: of all that happens to pull requests what changes what they would merge or in which state they are, of all checks those of our App that somebody
/// wants again, and whatever happens to branches, tags and releases (<see cref="RefEvents"/>). Everything else is null.
/// <para>Source: GitHub docs, "Webhook events and payloads": <c>pull_request</c>, <c>check_run</c>, <c>check_suite</c>.</para>
/// </summary>
internal static class RepositoryEvents
{
    public static RepositoryEvent? Parse(string name, WebhookPayload payload, Repository repository, AppIdentity self) => name switch
    {
        "push" => RefEvents.Push(payload, repository),
        "create" or "delete" => RefEvents.MadeOrDeleted(name, payload, repository),
        "release" => RefEvents.Release(payload, repository),
        "pull_request" => PullRequest(payload, repository),
        "check_run" => Check(payload, payload.CheckRun, repository, self),
        "check_suite" => Check(payload, payload.CheckSuite is { } suite ? suite with { Name = null } : null, repository, self),
        _ => null,
    };

    private static PullRequestChanged? PullRequest(WebhookPayload payload, Repository repository)
    {
        PullChange? change = payload.Action switch
        {
            "opened" or "synchronize" or "reopened" => PullChange.Content,
            "edited" when payload.Changes?.Base is not null => PullChange.Content,
            "closed" or "ready_for_review" or "converted_to_draft" => PullChange.State,
            _ => null,
        };

        return change is { } some && payload is { Number: { } number, PullRequest: { Head: { Sha: { } commit } head } pull }
            ? new(repository, number, commit, some, head.Ref ?? "", WebhookParser.ActorOf(payload.Sender), pull.UpdatedAt?.Value ?? default)
            : null;
    }

    private static CheckRequested? Check(WebhookPayload payload, CheckPayload? check, Repository repository, AppIdentity self) =>
        payload.Action == "rerequested" && check is { HeadSha: { } commit } && check.App?.Id == self.Id ? new(repository, commit, check.Name) : null;
}
