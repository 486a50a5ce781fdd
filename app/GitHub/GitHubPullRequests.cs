using System.Globalization;
using System.Net;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>Pull requests at GitHub. Promises, errors and source: see <see cref="IPullRequests"/>.</summary>
/// <param name="pauses">Before each further try to open one from a branch that GitHub may not see yet.</param>
internal sealed class GitHubPullRequests(GitHubUrl url, ICalls calls, IReadOnlyList<TimeSpan> pauses, TimeProvider time) : IPullRequests
{
    public async Task<bool> TouchesAsync(Repository repository, int number, string path, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Get, $"list the files of {repository}#{number}", Text(number), "files");
        var first = call with { Uri = new Uri(call.Uri.AbsoluteUri + "?per_page=100") };

        await foreach (var file in calls.PagesAsync(first, url, FilesJson.Default.ChangedFileWireArray, cancellationToken))
        {
            if (file.Filename == path || file.PreviousFilename == path)
            {
                return true;
            }
        }

        return false;
    }

    public async Task<PullRequest?> ReadAsync(Repository repository, int number, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Get, $"look up the pull request {repository}#{number}", Text(number));
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.Status == HttpStatusCode.NotFound ? null : Of(answer.Read(call, PullsJson.Default.PullWire));
    }

    public async Task<PullRequest> OpenDraftAsync(Repository repository, string title, string body, string head, string @base, CancellationToken cancellationToken)
    {
        var wanted = new PullCreation(title, head, @base, body, Draft: true);

        for (var tries = 0; ; tries++)
        {
            var call = On(repository, HttpMethod.Post, $"open a pull request from {head} to {@base} in {repository}") with
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(wanted, PullsJson.Default.PullCreation),
                Grant = Grant.Pulls,
                Creates = true,
            };

            var answer = await calls.SendAsync(call, cancellationToken);

            switch (OpeningVerdict.Of(answer))
            {
                case Opening.IsThere:
                    return await FindAsync(repository, head, @base, cancellationToken) ?? throw new UnavailableException($"GitHub says that there is a pull request from {head} to {@base} in {repository}, and does not find it.");
                case Opening.HasNoDrafts when wanted.Draft:
                    wanted = wanted with { Draft = false };
                    break;
                case Opening.MaySeeItLater or Opening.IsEmpty when tries < pauses.Count:
                    await Task.Delay(pauses[tries], time, cancellationToken);
                    break;
                case Opening.IsEmpty:
                    throw new RefusedException((int)answer.Status, $"There is nothing to open a pull request for in {repository}: {head} has no commit that {@base} does not have.");
                default:
                    return Of(answer.Read(call, PullsJson.Default.PullWire));
            }
        }
    }

    public async Task SetOpenAsync(Repository repository, int number, bool isOpen, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Patch, $"{(isOpen ? "reopen" : "close")} the pull request {repository}#{number}", Text(number)) with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new PullStateChange(isOpen ? "open" : "closed"), PullsJson.Default.PullStateChange),
            Grant = Grant.Pulls,
        };

        (await calls.SendAsync(call, cancellationToken)).Check(call);
    }

    /// <summary>GitHub leaves out a filter that it does not understand, so what it lists is looked at.</summary>
    private async Task<PullRequest?> FindAsync(Repository repository, string head, string @base, CancellationToken cancellationToken)
    {
        var plain = On(repository, HttpMethod.Get, $"list the pull requests of {repository} from {head}");
        var filter = $"?state=open&head={Uri.EscapeDataString($"{repository.Owner}:{head}")}&base={Uri.EscapeDataString(@base)}&per_page=100";

        await foreach (var pull in calls.PagesAsync(plain with { Uri = new Uri(plain.Uri.AbsoluteUri + filter) }, url, PullsJson.Default.PullWireArray, cancellationToken))
        {
            if (Of(pull) is { IsFromFork: false } found && found.HeadBranch == head && found.Base == @base)
            {
                return found;
            }
        }

        return null;
    }

    private static PullRequest Of(PullWire pull) => new(
        pull.Number,
        pull switch
        {
            { MergedAt: not null } => PullState.Merged,
            { State: "closed" } => PullState.Closed,
            { Draft: true } => PullState.Draft,
            _ => PullState.Open,
        },
        pull.Head.Ref,
        pull.Head.Sha,
        pull.Base.Ref,
        pull.Head.Repo is null || pull.Head.Repo.Id != pull.Base.Repo?.Id,
        pull.MergedAt,
        pull.MergedAt is null ? null : pull.MergeCommitSha,
        pull.UpdatedAt);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Call On(Repository repository, HttpMethod method, string what, params ReadOnlySpan<string> rest) =>
        new(method, url.Of(repository, ["pulls", .. rest]), repository.Installation, what) { Grant = Grant.Code };
}
