using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Evidence;

/// <summary>What gates are judged by, at GitHub. Promises, errors and source: see <see cref="IEvidence"/>.</summary>
internal sealed class GitHubEvidence(GitHubUrl url, ICalls calls, IApp app, TimeProvider time) : IEvidence
{
    /// <summary>Pages beyond the first; a pull request of more than this is not seen whole.</summary>
    private const int MaxPages = 30;

    private static readonly TimeSpan Remembering = TimeSpan.FromMinutes(1);

    private readonly BoundedCache<(long, string), Requirement> required = new(10_000, _ => 1);

    public async Task<PullSeen?> ReadAsync(Repository repository, int number, string branch, Values<string> files, CancellationToken cancellationToken)
    {
        var what = $"look at the pull request {repository}#{number}";
        var variables = Of(repository);
        variables["number"] = Json(number, EvidenceJson.Default.Int32);

        for (var at = 0; at < files.Count; at++)
        {
            variables[$"file{at}"] = Json($"refs/heads/{branch}:{files[at]}", EvidenceJson.Default.String);
        }

        if (await AskAsync(repository, EvidenceQuery.Whole(files.Count), variables, Grant.Evidence, what, cancellationToken) is not { PullRequest: { Id: { } node, HeadRefOid: { } head } pull } seen)
        {
            return null;
        }

        if (pull.Head?.Nodes is [{ Commit.Oid: { } last }] && last != head)
        {
            throw new UnavailableException($"GitHub has not caught up with what was pushed to the pull request {repository}#{number}.");
        }

        var pages = new EvidencePages(pull);

        for (var page = 0; pages.IsMore && page < MaxPages; page++)
        {
            var more = await AskAsync(repository, EvidenceQuery.More, pages.Next(Of(repository), number), Grant.Evidence, what, cancellationToken);

            if (more?.PullRequest is not { } rest || rest.HeadRefOid != head)
            {
                throw new UnavailableException($"The pull request {repository}#{number} changed while it was read.");
            }

            pages.Add(rest);
        }

        var self = await app.IdentityAsync(cancellationToken);

        return new(
            new(
                number,
                node,
                EvidenceReading.State(pull),
                pull.Body ?? "",
                pull.Author?.Login ?? "",
                head,
                pull.BaseRefName ?? "",
                EvidenceReading.Pusher(pull),
                await NamedAsync(repository, number, [.. pages.Files.Select(EvidenceReading.File).OfType<ChangedFile>()], cancellationToken),
                [.. pages.Commits.Select(EvidenceReading.Commit).OfType<PulledCommit>()],
                [.. pages.Reviews.Select(EvidenceReading.Review).OfType<PullReview>()],
                [.. (pull.ReviewRequests?.Nodes ?? []).Select(asked => asked?.RequestedReviewer).Where(asked => asked?.Type == "User").Select(asked => asked!.Login).OfType<string>()],
                EvidenceReading.Checks(pages.Checks, self.Id),
                EvidenceReading.Required(pull.BaseRef),
                seen.DefaultBranchRef is { Name: { } standard, Target.Oid: { } tip } ? new(standard, tip) : null,
                pages.IsWhole),
            [.. files.Select((path, at) => Text(seen, at) is { } text ? new HeadFile(path, text) : null).OfType<HeadFile>()]);
    }

    public async Task<Values<string>> RequiredAsync(Repository repository, string branch, CancellationToken cancellationToken)
    {
        var key = (repository.Id, branch);

        if (required.Find(key) is { } known && known.Until > time.GetUtcNow())
        {
            return known.Checks;
        }

        var variables = Of(repository);
        variables["branch"] = Json($"refs/heads/{branch}", EvidenceJson.Default.String);
        var seen = await AskAsync(repository, EvidenceQuery.Required, variables, Grant.Evidence, $"say which checks {branch} of {repository} requires", cancellationToken);
        var checks = EvidenceReading.Required(seen?.Ref);
        required.Put(key, new(checks, time.GetUtcNow() + Remembering));

        return checks;
    }

    public async Task<Values<QueuedPull>> QueueAsync(Repository repository, string branch, CancellationToken cancellationToken)
    {
        var queued = new List<QueuedPull>();
        string? after = null;

        do
        {
            var variables = Of(repository);
            variables["branch"] = Json(branch, EvidenceJson.Default.String);
            variables["after"] = Json(after, EvidenceJson.Default.String);
            var page = (await AskAsync(repository, EvidenceQuery.Queue, variables, Grant.Queues, $"list the merge queue of {branch} in {repository}", cancellationToken))?.MergeQueue?.Entries;
            queued.AddRange((page?.Nodes ?? []).Where(entry => entry?.PullRequest?.Number is not null).Select(entry => new QueuedPull(entry!.PullRequest!.Number!.Value, entry.HeadCommit?.Oid, entry.BaseCommit?.Oid)));
            after = page?.PageInfo is { HasNextPage: true, EndCursor: { } end } ? end : null;
        }
        while (after is not null);

        return [.. queued];
    }

    public Task MakeReadyAsync(Repository repository, string node, CancellationToken cancellationToken) =>
        DoAsync(repository, EvidenceQuery.MakeReady, new() { ["id"] = Json(node, EvidenceJson.Default.String) }, Grant.Pulls, $"make a draft of {repository} ready for review", cancellationToken);

    public Task MergeLaterAsync(Repository repository, string node, string head, MergeMethod method, CancellationToken cancellationToken) => DoAsync(
        repository,
        EvidenceQuery.AutoMerge,
        new()
        {
            ["id"] = Json(node, EvidenceJson.Default.String),
            ["head"] = Json(head, EvidenceJson.Default.String),
            ["method"] = Json(method switch { MergeMethod.Squash => "SQUASH", MergeMethod.Rebase => "REBASE", _ => "MERGE" }, EvidenceJson.Default.String),
        },
        Grant.Merging,
        $"have a pull request of {repository} merged by itself",
        cancellationToken);

    /// <summary>How files were called before GraphQL does not tell; REST does.</summary>
    private async Task<Values<ChangedFile>> NamedAsync(Repository repository, int number, Values<ChangedFile> files, CancellationToken cancellationToken)
    {
        if (!files.Any(file => file.Change == PathChange.Renamed))
        {
            return files;
        }

        var plain = new Call(HttpMethod.Get, url.Of(repository, "pulls", number.ToString(CultureInfo.InvariantCulture), "files"), repository.Installation, $"list the files of {repository}#{number}") { Grant = Grant.Evidence };
        var before = new Dictionary<string, string>(StringComparer.Ordinal);

        await foreach (var file in calls.PagesAsync(plain with { Uri = new Uri(plain.Uri.AbsoluteUri + "?per_page=100") }, url, FilesJson.Default.ChangedFileWireArray, cancellationToken))
        {
            before[file.Filename] = file.PreviousFilename ?? file.Filename;
        }

        return [.. files.Select(file => file.Change == PathChange.Renamed ? file with { Was = before.GetValueOrDefault(file.Path) } : file)];
    }

    /// <summary>What there is of the repository; what is not there is null, and no error.</summary>
    private async Task<RepositoryNode?> AskAsync(Repository repository, string query, Dictionary<string, JsonElement> variables, Grant grant, string what, CancellationToken cancellationToken)
    {
        var call = Of(repository, query, variables, grant, what) with { IsQuery = true };
        var answer = await calls.SendAsync(call, cancellationToken);
        answer.CheckGraphQl(call, isGoneFine: true);

        return answer.Read(call, EvidenceJson.Default.EvidenceAnswer).Data?.Repository;
    }

    private async Task DoAsync(Repository repository, string mutation, Dictionary<string, JsonElement> variables, Grant grant, string what, CancellationToken cancellationToken)
    {
        var call = Of(repository, mutation, variables, grant, what);
        (await calls.SendAsync(call, cancellationToken)).CheckGraphQl(call, isGoneFine: false);
    }

    private Call Of(Repository repository, string query, Dictionary<string, JsonElement> variables, Grant grant, string what) => new(HttpMethod.Post, url.GraphQL, repository.Installation, what)
    {
        Body = JsonSerializer.SerializeToUtf8Bytes(new(query, variables), EvidenceJson.Default.EvidenceAsked),
        Grant = grant,
    };

    private static Dictionary<string, JsonElement> Of(Repository repository) => new()
    {
        ["owner"] = Json(repository.Owner, EvidenceJson.Default.String),
        ["name"] = Json(repository.Name, EvidenceJson.Default.String),
    };

    private static JsonElement Json<T>(T? value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToElement(value!, type);

    private static string? Text(RepositoryNode seen, int at) =>
        seen.Other?.GetValueOrDefault($"file{at}") is { ValueKind: JsonValueKind.Object } file && file.TryGetProperty("text", out var text) ? text.GetString() : null;

    private sealed record Requirement(Values<string> Checks, DateTimeOffset Until);
}
