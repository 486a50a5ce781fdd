using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>The files of any repository, read with a person's token or none. Promises and errors: see <see cref="IFiles"/>; and <see cref="PostponedException"/> for a pause longer than the patience.</summary>
internal sealed class PersonFiles : IFiles, IDisposable
{
    private readonly HttpClient http;
    private readonly GitHubFiles files;

    /// <param name="rest">The base of the REST API.</param>
    public PersonFiles(Uri rest, Token? token, TimeProvider time, Random random, HttpMessageHandler? wire = null)
    {
        http = GitHubHttp.Create(wire);
        var url = new GitHubUrl(rest);
        files = new(url, PersonCalls.Create(http, url, token, time, random, _ => { }));
    }

    public Task<RepositoryFile?> ReadAsync(Repository repository, string path, string? commit, CancellationToken cancellationToken) => files.ReadAsync(repository, path, commit, cancellationToken);

    public void Dispose() => http.Dispose();
}
