using System.Net;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Git;

/// <summary>Branches and tags at GitHub. Promises, errors and source: see <see cref="IGit"/>.</summary>
internal sealed partial class GitHubGit(GitHubUrl url, ICalls calls) : IGit
{
    /// <summary>An annotated tag may lead to another; more of them in a row are none that somebody meant.</summary>
    private const int MaxTags = 10;

    private const string Branches = "heads/";

    private readonly RefWrites writes = new(calls);

    public async Task<string?> CommitOfAsync(Repository repository, string reference, CancellationToken cancellationToken)
    {
        if (!RefName.IsPossible(reference))
        {
            return null;
        }

        var call = On(repository, HttpMethod.Get, $"look up {reference} of {repository}", ["git", "ref", .. reference.Split('/')]);
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict) // an empty repository is a conflict
        {
            return null;
        }

        var target = answer.Read(call, GitJson.Default.RefWire).Object;

        for (var tags = 0; tags < MaxTags && target.Type == "tag"; tags++)
        {
            var next = On(repository, HttpMethod.Get, $"read the tag {reference} of {repository}", "git", "tags", target.Sha);
            target = (await calls.SendAsync(next, cancellationToken)).Read(next, GitJson.Default.AnnotatedTagWire).Object;
        }

        return target.Type == "commit" ? target.Sha : null;
    }

    public async Task<string?> ForkOfAsync(Repository repository, string left, string right, CancellationToken cancellationToken)
    {
        var plain = On(repository, HttpMethod.Get, $"compare two commits of {repository}", "compare", $"{left}...{right}");
        var call = plain with { Uri = new Uri($"{plain.Uri.AbsoluteUri}?per_page=1") };
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.Status == HttpStatusCode.NotFound ? null : answer.Read(call, GitJson.Default.ComparisonWire).MergeBaseCommit?.Sha;
    }

    public async Task<string> DefaultBranchAsync(Repository repository, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Get, $"look up {repository}");

        return (await calls.SendAsync(call, cancellationToken)).Read(call, GitJson.Default.RepositoryWire).DefaultBranch;
    }

    public async Task<IReadOnlyList<string>> TagsAsync(Repository repository, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Get, $"list the tags of {repository}", "tags");
        var first = call with { Uri = new Uri(call.Uri.AbsoluteUri + "?per_page=100") };
        var names = new List<string>();

        await foreach (var tag in calls.PagesAsync(first, url, GitJson.Default.ListedTagWireArray, cancellationToken))
        {
            names.Add(tag.Name);
        }

        return names;
    }

    public async Task<string?> CreateBranchAsync(Repository repository, string branch, string commit, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Post, $"make the branch {branch} in {repository} at {RefName.Short(commit)}", "git", "refs") with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new RefCreation($"refs/{Branches}{branch}", commit), GitJson.Default.RefCreation),
        };

        var answer = await writes.SendAsync(call, "make the branch by hand at that commit", cancellationToken);

        if (answer.Status != HttpStatusCode.UnprocessableEntity)
        {
            answer.Check(call);

            return null;
        }

        var complaint = Complaint.Of(answer);

        if (complaint.Mentions("already exists"))
        {
            var there = await CommitOfAsync(repository, Branches + branch, cancellationToken)
                ?? throw new UnavailableException($"GitHub says that the branch {branch} exists in {repository}, and does not find it.");

            return there == commit ? null : there;
        }

        if (complaint.Rule() is null && await InTheWayAsync(repository, branch, cancellationToken) is { } other)
        {
            throw new RefusedException((int)answer.Status, $"There can be no branch {branch} in {repository} beside {other}: in git a name is either a branch or a folder of branches, and never both.");
        }

        answer.Check(call);

        return null;
    }

    /// <summary>Between looking and deleting somebody may push; GitHub has no call that does both.</summary>
    public async Task<bool> DeleteBranchAsync(Repository repository, string branch, string commit, CancellationToken cancellationToken)
    {
        var there = await CommitOfAsync(repository, Branches + branch, cancellationToken);

        if (there != commit)
        {
            return there is null;
        }

        var call = On(repository, HttpMethod.Delete, $"delete the branch {branch} of {repository}", ["git", "refs", "heads", .. branch.Split('/')]) with { Grant = Grant.Branches };
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status != HttpStatusCode.NotFound && !(answer.Status == HttpStatusCode.UnprocessableEntity && Complaint.Of(answer).Mentions("does not exist")))
        {
            answer.Check(call);
        }

        return true;
    }

    /// <summary>A branch that is a folder of this one's name, or that has this one for its folder.</summary>
    private async Task<string?> InTheWayAsync(Repository repository, string branch, CancellationToken cancellationToken)
    {
        if (!RefName.IsPossible(branch))
        {
            return null;
        }

        var call = On(repository, HttpMethod.Get, $"list branches of {repository}", "git", "matching-refs", "heads", branch.Split('/')[0]);
        var others = (await calls.SendAsync(call, cancellationToken)).Read(call, GitJson.Default.RefWireArray).Select(other => other.Ref["refs/heads/".Length..]);

        return others.FirstOrDefault(other => branch.StartsWith(other + "/", StringComparison.Ordinal) || other.StartsWith(branch + "/", StringComparison.Ordinal));
    }

    private Call On(Repository repository, HttpMethod method, string what, params ReadOnlySpan<string> rest) =>
        new(method, url.Of(repository, rest), repository.Installation, what) { Grant = Grant.Code };
}
