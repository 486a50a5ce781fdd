using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>
/// Reads what changed, by time: a page begins where the last one ended, because a list that changes while it is read pushes things from one numbered page to another.
/// <para>Source: GitHub REST, "List installations for the authenticated app", "List repositories accessible to the app installation", "List repository issues", "List issue comments for a repository", "Get a pull request".</para>
/// </summary>
internal sealed class GitHubChanges(GitHubUrl url, ICalls asApp, ICalls calls, IApp app) : IChanges
{
    private const int PageItems = 100;

    public async Task<IReadOnlyList<long>> InstallationsAsync(CancellationToken cancellationToken)
    {
        var first = new Call(HttpMethod.Get, new Uri($"{url.Of("app", "installations").AbsoluteUri}?per_page={PageItems}"), Call.App, "list the App's installations");
        var all = await asApp.PagesAsync(first, url, ChangesJson.Default.ListedInstallationArray, cancellationToken).ToListAsync(cancellationToken);

        return [.. all.Where(installation => installation.SuspendedAt is null).Select(installation => installation.Id).Order()];
    }

    public async IAsyncEnumerable<Repository> RepositoriesAsync(long installation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Uri? page = new($"{url.Of("installation", "repositories").AbsoluteUri}?per_page={PageItems}");

        while (page is not null)
        {
            var call = new Call(HttpMethod.Get, page, installation, $"list the repositories of installation {installation}");
            var answer = await calls.SendAsync(call, cancellationToken);

            // What is archived cannot change.
            foreach (var granted in answer.Read(call, ChangesJson.Default.GrantedRepositories).Repositories.Where(granted => !granted.Archived && !granted.Disabled))
            {
                yield return new(installation, granted.Id, granted.Owner.Login, granted.Name);
            }

            page = answer.Next(call, url);
        }
    }

    public async IAsyncEnumerable<Change> IssuesAsync(Repository repository, DateTimeOffset from, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (thing, json, isLast) in ThingsAsync(repository, ["issues"], "state=all&", from, $"list the issues of {repository} that changed", cancellationToken))
        {
            if (thing.PullRequest.ValueKind is not JsonValueKind.Object)
            {
                var isNew = thing.CreatedAt >= since;
                yield return new(Id("issue", repository, thing), "issues", thing.Number, thing.UpdatedAt, isNew, ChangePayload.Of(repository, isNew ? "opened" : "edited", thing.User, ("issue", json)));
            }
            else if (isLast)
            {
                yield return new(Id("pull", repository, thing), "pull_request", thing.Number, thing.UpdatedAt, false, default);
            }
        }
    }

    public async IAsyncEnumerable<ChangedComment> CommentsAsync(Repository repository, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var us = await app.IdentityAsync(cancellationToken);

        await foreach (var (thing, json, isLast) in ThingsAsync(repository, ["issues", "comments"], "", from, $"list the comments in {repository} that changed", cancellationToken))
        {
            if (thing.PerformedViaGithubApp?.Id != us.Id && int.TryParse(thing.IssueUrl?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return new(new(thing.Id), number, thing.CreatedAt, thing.UpdatedAt, JsonSerializer.SerializeToUtf8Bytes(json, ChangesJson.Default.JsonElement));
            }
            else if (isLast)
            {
                yield return new(new(thing.Id), 0, thing.CreatedAt, thing.UpdatedAt, default);
            }
        }
    }

    public async Task<Change?> TellAsync(Repository repository, ChangedComment comment, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Get, url.Of(repository, "issues", comment.Number.ToString(CultureInfo.InvariantCulture)), repository.Installation, $"look up {new IssueId(repository, comment.Number)}");
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.IsGone)
        {
            return null;
        }

        var issue = answer.Read(call, ChangesJson.Default.JsonElement);
        using var json = JsonDocument.Parse(comment.Json);
        var thing = Read(json.RootElement, call.What);
        var isEdited = comment.UpdatedAt != comment.CreatedAt;
        var payload = ChangePayload.Of(repository, isEdited ? "edited" : "created", thing.User, isEdited ? thing.Body ?? "" : null, ("issue", issue), ("comment", json.RootElement));

        return new(string.Create(CultureInfo.InvariantCulture, $"listed-comment-{repository.Id}-{comment.Comment.Value}"), "issue_comment", comment.Number, comment.UpdatedAt, true, payload);
    }

    public async Task<Change?> PullAsync(Repository repository, int number, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Get, url.Of(repository, "pulls", number.ToString(CultureInfo.InvariantCulture)), repository.Installation, $"read pull request #{number} of {repository}") { Grant = Grant.Evidence };
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.IsGone)
        {
            return null;
        }

        var json = answer.Read(call, ChangesJson.Default.JsonElement);
        var thing = Read(json, call.What);

        // Who closed it without merging it, GitHub does not say here. It is not taken for us, who opened it, or had GitHub merge it.
        return new(Id("pull", repository, thing), "pull_request", number, thing.UpdatedAt, false, ChangePayload.Of(repository, thing.State == "closed" ? "closed" : "synchronize", PersonOr(thing.MergedBy), ("number", JsonSerializer.SerializeToElement(number, ChangePayloadJson.Default.Int32)), ("pull_request", json)));
    }

    /// <summary>Page after page by time. Where more than a page changed in one second, its links lead on.</summary>
    private async IAsyncEnumerable<(ChangedThing Thing, JsonElement Json, bool IsLast)> ThingsAsync(Repository repository, string[] path, string state, DateTimeOffset from, string what, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = PageFrom(from);
        (DateTimeOffset At, HashSet<long> Ids) last = (from, []);

        while (page is not null)
        {
            var call = new Call(HttpMethod.Get, page, repository.Installation, what);
            var answer = await calls.SendAsync(call, cancellationToken);
            var begin = last.At;

            var things = answer.Read(call, ChangesJson.Default.JsonElementArray);

            foreach (var (at, json) in things.Index())
            {
                var thing = Read(json, what);
                last = thing.UpdatedAt > last.At ? (thing.UpdatedAt, []) : last;

                if (last.Ids.Add(thing.Id))
                {
                    yield return (thing, json, at == things.Length - 1);
                }
            }

            var next = answer.Next(call, url);
            page = next is not null && last.At > begin ? PageFrom(last.At) : next;
        }

        Uri PageFrom(DateTimeOffset at) => new($"{url.Of(repository, path).AbsoluteUri}?{state}since={at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}&sort=updated&direction=asc&per_page={PageItems}");
    }

    private static ChangedThing Read(JsonElement json, string what)
    {
        try
        {
            return json.Deserialize(ChangesJson.Default.ChangedThing)!;
        }
        catch (JsonException wrong)
        {
            throw new UnavailableException($"GitHub's answer could not be understood when it was asked to {what}.", wrong);
        }
    }

    private static JsonElement PersonOr(JsonElement user) => user.ValueKind is JsonValueKind.Object && user.TryGetProperty("type", out var type) && type.ValueEquals("User") ? user : default;

    private static string Id(string what, Repository repository, ChangedThing thing) => string.Create(CultureInfo.InvariantCulture, $"listed-{what}-{repository.Id}-{thing.Number}-{thing.UpdatedAt.UtcTicks:D19}");
}
