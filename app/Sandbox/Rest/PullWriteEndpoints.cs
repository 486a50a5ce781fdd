using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Pull requests opened, edited, closed and merged, and people asked for their reviews. What the App does comes back to it as people's deeds do. Sources: REST, "Pull requests" and
/// "Review requests"; a draft is made ready by GraphQL only.
/// </summary>
internal static class PullWriteEndpoints
{
    private static readonly string[] Methods = ["merge", "squash", "rebase"];

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("POST", "pulls", Create, needs: "pull_requests=write"),
        .. RestRoute.OfRepository("PATCH", "pulls/{pull_number}", Update, needs: "pull_requests=write"),
        .. RestRoute.OfRepository("POST", "pulls/{pull_number}/requested_reviewers", Ask, needs: "pull_requests=write"),
        .. RestRoute.OfRepository("PUT", "pulls/{pull_number}/merge", Merge, needs: "contents=write"),
    ];

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var (repository, head, @base) = (request.Repository, request.Required("head"), request.Required("base"));
        var owner = $"{repository.Owner.Login}:";
        var branch = head.StartsWith(owner, StringComparison.OrdinalIgnoreCase) ? head[owner.Length..] : head;

        if (string.IsNullOrWhiteSpace(request.Text("title")))
        {
            return RestErrors.Invalid("PullRequest", "missing_field", "title");
        }

        if (repository.Branches.Branch(branch) is not { } from)
        {
            return RestErrors.Invalid("PullRequest", "invalid", "head");
        }

        if (repository.Branches.Branch(@base) is not { } into)
        {
            return RestErrors.Invalid("PullRequest", "invalid", "base");
        }

        if (repository.Pulls.Any(pull => pull.IsOpen && pull.HeadBranch == branch && pull.BaseBranch == @base))
        {
            return RestErrors.Invalid("PullRequest", "custom", null, $"A pull request already exists for {owner}{branch}.");
        }

        if (into.History.Contains(from))
        {
            return RestErrors.Invalid("PullRequest", "custom", null, $"No commits between {@base} and {branch}");
        }

        var pull = repository.Add(request.Required("title"), state.Bot.Login, branch, @base, request.Text("body"), request.Flag("draft") ?? false);
        request.Issue = pull.Number;
        state.Tell([Events.Pull("opened", pull, state.Bot)]);

        return RestAnswer.Json(201, PullJson.Of(pull)) with { Location = $"{repository.Url}/pulls/{pull.Number}" };
    }

    private static RestAnswer Update(RestRequest request, SandboxState state)
    {
        var pull = PullEndpoints.Find(request);
        var (title, body, @base, wanted) = (request.Text("title"), request.Text("body"), request.Text("base"), request.Text("state"));

        if (@base is not null && (!pull.IsOpen || request.Repository.Branches.Branch(@base) is null))
        {
            return RestErrors.Invalid("PullRequest", "invalid", "base");
        }

        if (wanted is not (null or "open" or "closed"))
        {
            return RestErrors.Invalid("PullRequest", "invalid", "state");
        }

        if (wanted == "open" && !pull.IsOpen && !pull.CanReopen)
        {
            return RestErrors.Invalid("PullRequest", "invalid", "state", "state cannot be changed. The pull request cannot be reopened.");
        }

        if ((title is not null && title != pull.Issue.Title) || (body is not null && body != pull.Issue.Body))
        {
            state.Tell([pull.Issue.Edit(title, body, state.Bot.Login)]);
        }

        if (@base is not null && @base != pull.BaseBranch)
        {
            state.Tell([pull.Retarget(@base, state.Bot.Login)]);
        }

        if (wanted is not null && wanted == "open" != pull.IsOpen)
        {
            state.Tell([wanted == "open" ? pull.Reopen(state.Bot.Login) : pull.Close(state.Bot.Login)]);
        }

        return RestAnswer.Json(200, PullJson.Of(pull));
    }

    private static RestAnswer Ask(RestRequest request, SandboxState state)
    {
        var (pull, logins) = (PullEndpoints.Find(request), request.Texts("reviewers"));

        if (logins.Contains(pull.Issue.Author.Login, StringComparer.OrdinalIgnoreCase))
        {
            return RestErrors.Invalid("Review cannot be requested from pull request author.");
        }

        if (logins.Any(login => !request.Repository.Roles.IsCollaborator(login)))
        {
            return RestErrors.Invalid($"Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the {request.Repository.FullName} repository.");
        }

        foreach (var reviewer in logins.Select(login => state.User(login)).Where(pull.Ask))
        {
            state.Tell([Events.Pull("review_requested", pull, state.Bot, reviewer: reviewer)]);
        }

        return RestAnswer.Json(201, PullJson.Listed(pull));
    }

    private static RestAnswer Merge(RestRequest request, SandboxState state)
    {
        var (pull, method, sha) = (PullEndpoints.Find(request), request.Text("merge_method") ?? "merge", request.Text("sha"));

        if (!Methods.Contains(method))
        {
            return RestErrors.Invalid($"Invalid request.\n\nFor 'properties/merge_method', {method} is not a member of [\"merge\", \"squash\", \"rebase\"].");
        }

        if (sha is not null && sha != pull.Head.Sha)
        {
            return RestErrors.Refuse(409, "Head branch was modified. Review and try the merge again.");
        }

        if (!pull.IsOpen)
        {
            return RestErrors.Refuse(405, pull.Merged is null ? "Pull Request is not mergeable" : "Pull Request already merged");
        }

        if (pull.IsDraft)
        {
            return RestErrors.Refuse(405, "Pull Request is still a draft");
        }

        if (request.Repository.Rules.Of($"heads/{pull.BaseBranch}").Contains("update"))
        {
            return RestErrors.Refuse(405, "Repository rule violations found\n\nCannot update this protected ref.\n\n");
        }

        if (pull.Unmet() is { } unmet)
        {
            return RestErrors.Refuse(405, unmet);
        }

        if (pull.TryMerge(method, state.Bot, request.Text("commit_title"), request.Text("commit_message")) is not var (commit, deliveries))
        {
            return RestErrors.Refuse(405, "Pull Request is not mergeable");
        }

        state.Tell(deliveries);

        return RestAnswer.Json(200, new MergedJson(commit.Sha, Merged: true, "Pull Request successfully merged"), WireJson.GitHub.MergedJson);
    }
}
