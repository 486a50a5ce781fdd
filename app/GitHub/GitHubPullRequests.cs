using System.Globalization;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>Pull requests at GitHub. Promises, errors and source: see <see cref="IPullRequests"/>.</summary>
internal sealed class GitHubPullRequests(GitHubUrl url, ICalls calls) : IPullRequests
{
    public async Task<bool> TouchesAsync(Repository repository, int number, string path, CancellationToken cancellationToken)
    {
        var files = url.Of(repository, "pulls", number.ToString(CultureInfo.InvariantCulture), "files");
        var first = new Call(HttpMethod.Get, new Uri(files.AbsoluteUri + "?per_page=100"), repository.Installation, $"list the files of {repository}#{number}") { Grant = Grant.Code };

        await foreach (var file in calls.PagesAsync(first, url, FilesJson.Default.ChangedFileWireArray, cancellationToken))
        {
            if (file.Filename == path || file.PreviousFilename == path)
            {
                return true;
            }
        }

        return false;
    }
}
