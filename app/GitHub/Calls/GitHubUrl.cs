using System.Text;
using Hotfix.Domain;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// Builds addresses under the base of the REST API, which may have a path of its own (<c>https://HOST/api/v3</c>). Every segment is escaped: a label
/// <c>kind/bug</c> is one segment.
/// </summary>
internal sealed class GitHubUrl(Uri rest)
{
    /// <summary>How the REST API's path ends on an enterprise server, beside whose <c>v3</c> the other lies.</summary>
    private const string OnServer = "/api/v3";

    private readonly string prefix = rest.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>The address of the GraphQL API: <c>https://api.github.com/graphql</c>, <c>https://api.SUBDOMAIN.ghe.com/graphql</c>, or <c>https://HOST/api/graphql</c> of an enterprise server.</summary>
    public Uri GraphQL => new((prefix.EndsWith(OnServer, StringComparison.Ordinal) ? prefix[..^"/v3".Length] : prefix) + "/graphql");

    /// <exception cref="ArgumentException">A segment is empty or made of dots alone: it would name another resource (<c>issues/1/labels/.</c> are all labels of
    /// the issue).</exception>
    public Uri Of(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder(prefix);

        foreach (var segment in segments)
        {
            if (segment is "" or "." or "..")
            {
                throw new ArgumentException($"'{segment}' cannot be addressed at GitHub.", nameof(segments));
            }

            path.Append('/').Append(Uri.EscapeDataString(segment));
        }

        return new Uri(path.ToString());
    }

    public Uri Of(Repository repository, params ReadOnlySpan<string> segments) => Of(["repos", repository.Owner, repository.Name, .. segments]);

    /// <summary>Same scheme, host and port as the API: only there do our credentials go.</summary>
    public bool IsOurs(Uri uri) =>
        uri.IsAbsoluteUri && Uri.Compare(rest, uri, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
