using System.Buffers.Text;
using System.Net;
using System.Text;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>
/// The files of repositories at GitHub. Promises, errors and source: see <see cref="IFiles"/>.
/// Asked for as <c>object</c>: then a folder comes as an object too, and a file of 1 to 100 MB without its text (<c>encoding: none</c>).
/// </summary>
internal sealed class GitHubFiles(GitHubUrl url, ICalls calls) : IFiles
{
    /// <summary>Bytes.</summary>
    private const int MaxSize = 1024 * 1024;

    public async Task<RepositoryFile?> ReadAsync(Repository repository, string path, string? commit, CancellationToken cancellationToken)
    {
        var file = url.Of(repository, ["contents", .. path.Split('/')]);
        var at = commit is null ? "" : $"?ref={Uri.EscapeDataString(commit)}";
        var call = new Call(HttpMethod.Get, new Uri(file.AbsoluteUri + at), repository.Installation, $"read {path} of {repository}")
        {
            Accept = "application/vnd.github.object+json",
            Grant = Grant.Code,
        };

        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        if (answer.Status == HttpStatusCode.Forbidden && Complaint.Of(answer).Has("too_large"))
        {
            throw TooLarge(answer, path, repository);
        }

        var content = answer.Read(call, FilesJson.Default.ContentWire);

        return content switch
        {
            { Type: not "file" } => null,
            { Size: > MaxSize } or { Encoding: "none" } => throw TooLarge(answer, path, repository),
            { Encoding: "base64", Content: { } text } when Base64.IsValid(text) => new(Decode(Convert.FromBase64String(text)), content.Sha),
            _ => throw new UnavailableException($"GitHub's answer could not be understood when it was asked to {call.What}."),
        };
    }

    private static RefusedException TooLarge(Answer answer, string path, Repository repository) =>
        new((int)answer.Status, $"The file {path} of {repository} is larger than 1 MB, and Hotfix reads none that is.");

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
}
