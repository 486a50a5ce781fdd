using System.Net;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.GitHub.Git;
using Hotfix.Ports;

namespace Hotfix.GitHub.Releasing;

/// <summary>
/// Releases and their files at GitHub, read and written with a workflow's token (<c>contents: write</c>; drafts are shown to no lesser one).
/// <para>Errors: as for <see cref="IIssues"/>. A write whose outcome is unknown is not repeated: run again, and what is there is found. Source: GitHub REST, "Releases" and "Release assets".</para>
/// </summary>
internal sealed class ReleaseDesk : IDisposable
{
    private const int Most = 1000;

    /// <summary>Bytes: the largest package there is, with room.</summary>
    private const int MaxDownload = 512 * 1024 * 1024;

    private readonly HttpClient http;
    private readonly Uri rest;
    private readonly GitHubUrl url;
    private readonly ICalls calls;
    private readonly Repository repository;

    /// <param name="rest">The base of the REST API.</param>
    /// <param name="waiting">Told until when GitHub asked for a pause that is waited for.</param>
    public ReleaseDesk(Uri rest, Token? token, string owner, string name, TimeProvider time, Random random, Action<DateTimeOffset> waiting)
    {
        http = GitHubHttp.Create(wire: null);
        http.MaxResponseContentBufferSize = MaxDownload;
        this.rest = rest;
        url = new(rest);
        calls = RunCalls.Create(http, url, token, time, random, waiting);
        repository = new(0, 0, owner, name);
    }

    /// <summary>The newest first, drafts among them.</summary>
    public async Task<IReadOnlyList<(HeldRelease Release, string Upload)>> ListAsync(CancellationToken cancellationToken)
    {
        var call = On(HttpMethod.Get, new Uri(url.Of(repository, "releases").AbsoluteUri + "?per_page=100"), $"list the releases of {repository}");
        var releases = new List<(HeldRelease, string)>();

        await foreach (var release in calls.PagesAsync(call, url, ReleaseFilesJson.Default.ReleaseWithFilesArray, cancellationToken))
        {
            releases.Add((Of(release), release.UploadUrl));

            if (releases.Count == Most)
            {
                break;
            }
        }

        return releases;
    }

    /// <summary>The commit a tag stands at; null when there is none of the name.</summary>
    public Task<string?> CommitOfAsync(string tag, CancellationToken cancellationToken) => new GitHubGit(url, calls).CommitOfAsync(repository, $"tags/{tag}", cancellationToken);

    public async Task<(HeldRelease Release, string Upload)> DraftAsync(WantedRelease wanted, string body, CancellationToken cancellationToken)
    {
        var made = new NewRelease(wanted.Tag, wanted.Commit, wanted.Tag, body, Draft: true, wanted.IsPrerelease);
        var call = On(HttpMethod.Post, url.Of(repository, "releases"), $"draft the release {wanted.Tag}") with { Body = JsonSerializer.SerializeToUtf8Bytes(made, ReleaseFilesJson.Default.NewRelease) };
        var release = (await calls.SendAsync(call, cancellationToken)).Read(call, ReleaseFilesJson.Default.ReleaseWithFiles);

        return (Of(release), release.UploadUrl);
    }

    public async Task<HeldRelease> ChangeAsync(HeldRelease release, ReleaseChange change, string what, CancellationToken cancellationToken)
    {
        var call = On(HttpMethod.Patch, url.Of(repository, "releases", $"{release.Id}"), $"{what} the release {release.Tag}") with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(change, ReleaseFilesJson.Default.ReleaseChange),
        };

        return Of((await calls.SendAsync(call, cancellationToken)).Read(call, ReleaseFilesJson.Default.ReleaseWithFiles));
    }

    public async Task<HeldFile> UploadAsync(string upload, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var call = On(HttpMethod.Post, UploadAddress.Of(rest, upload, name), $"upload {name}") with { Body = bytes, ContentType = "application/octet-stream" };

        return Of((await calls.SendAsync(call, cancellationToken)).Read(call, ReleaseFilesJson.Default.ReleaseFileWire));
    }

    /// <summary>One that is gone is no error.</summary>
    public async Task RemoveAsync(HeldFile file, CancellationToken cancellationToken)
    {
        var call = On(HttpMethod.Delete, url.Of(repository, "releases", "assets", $"{file.Id}"), $"remove {file.Name} from a draft");
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status != HttpStatusCode.NotFound)
        {
            answer.Check(call);
        }
    }

    public async Task<ReadOnlyMemory<byte>> DownloadAsync(HeldFile file, CancellationToken cancellationToken)
    {
        var call = On(HttpMethod.Get, url.Of(repository, "releases", "assets", $"{file.Id}"), $"download {file.Name}") with { Accept = "application/octet-stream" };
        var answer = await calls.SendAsync(call, cancellationToken);
        answer.Check(call);

        return answer.Body;
    }

    public void Dispose() => http.Dispose();

    private static HeldRelease Of(ReleaseWithFiles release) => new(release.Id, release.TagName, release.TargetCommitish, release.Draft, release.Prerelease, release.HtmlUrl, [.. release.Assets.Select(Of)], release.Immutable);

    private static HeldFile Of(ReleaseFileWire file) =>
        new(file.Id, file.Name, file.Size, file.Digest is { } digest && digest.StartsWith("sha256:", StringComparison.Ordinal) ? digest["sha256:".Length..] : null, file.State == "uploaded", file.BrowserDownloadUrl);

    private Call On(HttpMethod method, Uri uri, string what) => new(method, uri, repository.Installation, what);
}
