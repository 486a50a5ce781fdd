using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub;

/// <summary>
/// The issues of any repository, page by page, the newest first, read with a person's token or none. The way of a call is that of <see cref="GitHubClient"/>, as far as reading needs it;
/// nothing but GET can leave here.
/// <para>Errors: <see cref="Ports.PostponedException"/> for a pause longer than the patience, <see cref="Ports.UnavailableException"/>, <see cref="Ports.RefusedException"/>.</para>
/// <para>Source: GitHub REST, "List repository issues", API version 2022-11-28.</para>
/// </summary>
internal sealed class IssueList : IDisposable
{
    private readonly HttpClient http;
    private readonly GitHubUrl url;
    private readonly ICalls calls;
    private readonly TimeProvider time;

    /// <param name="rest">The base of the REST API.</param>
    /// <param name="waiting">Told until when GitHub asked for a pause that is waited for.</param>
    public IssueList(Uri rest, Token? token, TimeProvider time, Random random, Action<DateTimeOffset> waiting, HttpMessageHandler? wire = null)
    {
        this.time = time;
        http = GitHubHttp.Create(wire);
        url = new GitHubUrl(rest);
        calls = PersonCalls.Create(http, url, token, time, random, waiting);
    }

    /// <summary>Where the list begins: issues in this state (<c>open</c>, <c>closed</c>, <c>all</c>) that changed at this time or later.</summary>
    public Uri First(string owner, string name, string state, DateTimeOffset? since)
    {
        var changed = since is { } time ? $"&since={time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "";

        return new Uri($"{url.Of("repos", owner, name, "issues").AbsoluteUri}?state={state}{changed}&per_page=100");
    }

    public async Task<IssuePage> ReadAsync(Uri page, CancellationToken cancellationToken)
    {
        if (!url.IsOurs(page))
        {
            throw new ArgumentException("The address is not GitHub's: the token may not go there.", nameof(page));
        }

        var call = new Call(HttpMethod.Get, page, Call.App, "list the issues");
        var answer = await calls.SendAsync(call, cancellationToken);
        var issues = answer.Read(call, IssuesJson.Default.ListedIssueArray);

        return new([.. issues.Where(issue => !issue.IsPullRequest)], issues.LastOrDefault(), answer.Next(call, url), answer.Date ?? time.GetUtcNow());
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A page of issues, pull requests left out; the last that stood on it, whatever it is; where the next page is, or null after the last; and GitHub's time.</summary>
internal sealed record IssuePage(IReadOnlyList<ListedIssue> Issues, ListedIssue? Last, Uri? Next, DateTimeOffset Date);
