using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Releasing;

/// <summary>
/// Where a file of a release goes: the address that the release names, without its template. Our token goes there, so it must be GitHub's: <c>uploads.github.com</c> beside <c>api.github.com</c> (and so for <c>SUBDOMAIN.ghe.com</c>), the same host on an enterprise
/// server, or the machine itself where the API is on it.
/// <para>Errors: <see cref="UnavailableException"/> for any other address. Source: GitHub REST, "Upload a release asset".</para>
/// </summary>
internal static class UploadAddress
{
    private const string ApiHost = "api.";

    public static Uri Of(Uri rest, string template, string name)
    {
        var bare = template.Split('{')[0];

        return Uri.TryCreate($"{bare}?name={Uri.EscapeDataString(name)}", UriKind.Absolute, out var uri) && uri.Scheme == rest.Scheme && IsGitHubs(rest, uri)
            ? uri
            : throw new UnavailableException($"GitHub's answer leads to another host to upload '{Complaint.OneLine(name)}' to.");
    }

    private static bool IsGitHubs(Uri rest, Uri uri) =>
        (rest.Host.Equals(uri.Host, StringComparison.OrdinalIgnoreCase) && rest.Port == uri.Port)
        || (rest.Host.StartsWith(ApiHost, StringComparison.OrdinalIgnoreCase) && uri.Host.Equals($"uploads.{rest.Host[ApiHost.Length..]}", StringComparison.OrdinalIgnoreCase) && uri.Port == rest.Port)
        || (rest.IsLoopback && uri.IsLoopback && rest.Port == uri.Port);
}
