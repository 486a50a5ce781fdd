using System.Buffers.Text;
using System.Net;
using System.Text;
using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Git;

/// <summary>Files at a commit. Those above 1 MB come without their bytes, which are then read on their own.</summary>
internal sealed partial class GitHubGit
{
    /// <summary>Bytes.</summary>
    private const int MaxSize = 20 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<CommittedFile?> ReadAsync(Repository repository, string path, string commit, CancellationToken cancellationToken)
    {
        if (!RefName.IsPossible(path))
        {
            return null;
        }

        var plain = On(repository, HttpMethod.Get, $"read {path} of {repository} at {RefName.Short(commit)}", ["contents", .. path.Split('/')]);
        var call = plain with { Uri = new Uri($"{plain.Uri.AbsoluteUri}?ref={Uri.EscapeDataString(commit)}"), Accept = "application/vnd.github.object+json" };
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        var isTooLarge = answer.Status == HttpStatusCode.Forbidden && Complaint.Of(answer).Has("too_large"); // more than 100 MB
        var content = isTooLarge ? null : answer.Read(call, FilesJson.Default.ContentWire);

        return content switch
        {
            null or { Type: "file", Size: > MaxSize } => throw new RefusedException((int)answer.Status, $"The file {path} of {repository} is larger than 20 MB, and Hotfix changes none that is."),
            { Type: not "file" } => null,
            { Encoding: "base64", Content: { } text } => Decoded(Bytes(text, call), content.Sha, answer, call),
            _ => Decoded(await BlobAsync(repository, content.Sha, call, cancellationToken), content.Sha, answer, call),
        };
    }

    private async Task<byte[]> BlobAsync(Repository repository, string sha, Call file, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Get, file.What, "git", "blobs", sha);
        var blob = (await calls.SendAsync(call, cancellationToken)).Read(call, GitJson.Default.BlobWire);

        return blob.Encoding == "base64" ? Bytes(blob.Content, call) : throw NotUnderstood(call);
    }

    private static byte[] Bytes(string base64, Call call) => Base64.IsValid(base64) ? Convert.FromBase64String(base64) : throw NotUnderstood(call);

    /// <summary>What is no UTF-8 would come back changed if it were written again.</summary>
    private static CommittedFile Decoded(ReadOnlySpan<byte> bytes, string sha, Answer answer, Call call)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);

        try
        {
            return new(Utf8.GetString(hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes), sha, hasMark);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException((int)answer.Status, $"Hotfix was to {call.What}, and it is not text in UTF-8: no other can be changed.");
        }
    }

    private static UnavailableException NotUnderstood(Call call) => new($"GitHub's answer could not be understood when it was asked to {call.What}.");
}
