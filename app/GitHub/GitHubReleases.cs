using System.Text.Json.Serialization;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>Releases at GitHub. Promises, errors and source: see <see cref="IReleases"/>.</summary>
internal sealed class GitHubReleases(GitHubUrl url, ICalls calls) : IReleases
{
    private const int Most = 300;

    public async Task<IReadOnlyList<PublishedRelease>> ListAsync(Repository repository, CancellationToken cancellationToken)
    {
        var uri = new Uri(url.Of(repository, "releases").AbsoluteUri + "?per_page=100");
        var call = new Call(HttpMethod.Get, uri, repository.Installation, $"list the releases of {repository}") { Grant = Grant.Code };
        var published = new List<PublishedRelease>();
        var seen = 0;

        await foreach (var release in calls.PagesAsync(call, url, ReleasesJson.Default.ReleaseWireArray, cancellationToken))
        {
            if (release is { Draft: false, PublishedAt: { } at })
            {
                published.Add(new(release.TagName, release.Prerelease, at));
            }

            if (++seen == Most)
            {
                break;
            }
        }

        return published;
    }
}

internal sealed record ReleaseWire(string TagName, bool Draft, bool Prerelease, DateTimeOffset? PublishedAt = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReleaseWire[]))]
internal sealed partial class ReleasesJson : JsonSerializerContext;
