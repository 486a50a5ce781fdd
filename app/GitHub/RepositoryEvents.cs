using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>
/// What happened to a repository: to pull requests and their reviews, of checks what others' came to and which of ours somebody wants again, what a merge queue asks, how runs of workflows stand,
/// and whatever happens to branches, tags and releases (<see cref="RefEvents"/>). Everything else is null.
/// <para>Source: GitHub docs, "Webhook events and payloads": <c>pull_request</c>, <c>pull_request_review</c>, <c>check_run</c>, <c>check_suite</c>, <c>status</c>, <c>merge_group</c>, <c>workflow_run</c>.</para>
/// </summary>
internal static class RepositoryEvents
{
    public static RepositoryEvent? Parse(string name, WebhookPayload payload, Repository repository, AppIdentity self) => name switch
    {
        "push" => RefEvents.Push(payload, repository),
        "create" or "delete" => RefEvents.MadeOrDeleted(name, payload, repository),
        "release" => RefEvents.Release(payload, repository),
        "pull_request" => PullRequest(payload, repository),
        "pull_request_review" when payload is { Action: "submitted" or "edited" or "dismissed", PullRequest.Number: { } number } => new PullReviewed(repository, number),
        "check_run" => Check(payload, payload.CheckRun, repository, self),
        "check_suite" => Check(payload, payload.CheckSuite is { } suite ? suite with { Name = null } : null, repository, self),
        "status" when payload.Sha is { } commit => new CheckReported(repository, commit, []),
        "merge_group" => MergeGroup(payload, repository),
        "workflow_run" => WorkflowRuns.Of(payload, repository),
        _ => null,
    };

    private static PullRequestChanged? PullRequest(WebhookPayload payload, Repository repository)
    {
        PullChange? change = payload.Action switch
        {
            "opened" or "synchronize" or "reopened" => PullChange.Content,
            "edited" when payload.Changes?.Base is not null => PullChange.Content,
            "closed" or "ready_for_review" or "converted_to_draft" => PullChange.State,
            "edited" or "labeled" or "unlabeled" or "review_requested" or "review_request_removed" => PullChange.Text,
            _ => null,
        };

        return change is { } some && payload is { Number: { } number, PullRequest: { Head: { Sha: { } commit } head } pull }
            ? new(
                repository,
                number,
                commit,
                some,
                head.Ref ?? "",
                WebhookParser.ActorOf(payload.Sender),
                pull.UpdatedAt?.Value ?? default,
                pull.Base?.Ref ?? "",
                payload.Changes?.Body is { } before ? new(before.From ?? "", pull.Body ?? "") : null)
            : null;
    }

    /// <summary>Ours are wanted again, by the button that GitHub shows or by the one that we put there; others' are only looked at when they have come to an end.</summary>
    private static RepositoryEvent? Check(WebhookPayload payload, CheckPayload? check, Repository repository, AppIdentity self)
    {
        if (check?.HeadSha is not { } commit)
        {
            return null;
        }

        Values<int> pulls = [.. (check.PullRequests ?? []).Select(pull => pull?.Number).OfType<int>()];

        return (payload.Action, check.App?.Id == self.Id) switch
        {
            ("rerequested" or "requested_action", true) => new CheckRequested(repository, commit, check.Name, pulls),
            ("completed", false) => new CheckReported(repository, commit, pulls),
            _ => null,
        };
    }

    private static MergeGroupFormed? MergeGroup(WebhookPayload payload, Repository repository) =>
        payload is { Action: "checks_requested", MergeGroup: { HeadSha: { } head, BaseSha: { } @base, BaseRef: { } branch } } ? new(repository, head, @base, RefEvents.Branch(branch)) : null;
}
