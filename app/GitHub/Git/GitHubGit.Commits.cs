using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Domain;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Git;

/// <summary>Commits by git's own objects: a tree upon the parent's, a commit that nothing leads to yet, and the branch moved to it if it still stands where it stood.</summary>
internal sealed partial class GitHubGit
{
    private const string Workflows = ".github/workflows/";

    private const string ByHand = "commit by hand";

    /// <summary>Characters of text that go into a tree's request; longer ones get a request of their own.</summary>
    private const int MaxInline = 1024 * 1024;

    public async Task<string?> CommitAsync(
        Repository repository, string branch, string parent, string message, IReadOnlyList<FileToCommit> files, bool look, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(file => file.Path.StartsWith(Workflows, StringComparison.OrdinalIgnoreCase)) is { } workflow)
        {
            throw new RefusedException((int)HttpStatusCode.Forbidden, $"Hotfix changes no workflows, and {workflow.Path} of {repository} is one.");
        }

        var head = await CommitOfAsync(repository, Branches + branch, cancellationToken);

        if (head != parent)
        {
            return look && head is not null && await IsDoneAsync(repository, head, parent, message, cancellationToken) ? head : null;
        }

        var root = (await CommitAsync(repository, parent, cancellationToken)).Tree.Sha;
        var folders = new Folders(calls, sha => On(repository, HttpMethod.Get, $"list a folder of {repository}", "git", "trees", sha), $"of {repository} at {RefName.Short(parent)}");
        var entries = new List<NewEntry>();

        foreach (var file in files)
        {
            entries.Add(await EntryAsync(repository, file, await folders.ModeOfAsync(root, file.Path, cancellationToken), cancellationToken));
        }

        var tree = await MakeAsync(repository, "trees", new TreeCreation(root, [.. entries]), GitJson.Default.TreeCreation, cancellationToken);
        var commit = await MakeAsync(repository, "commits", new CommitCreation(message, tree, [parent]), GitJson.Default.CommitCreation, cancellationToken);

        return await MoveAsync(repository, branch, commit, cancellationToken) ? commit : null;
    }

    private async Task<bool> IsDoneAsync(Repository repository, string head, string parent, string message, CancellationToken cancellationToken)
    {
        var commit = await CommitAsync(repository, head, cancellationToken);

        return commit.Parents is [{ Sha: var below }] && below == parent && commit.Message.TrimEnd() == message.TrimEnd();
    }

    private async Task<CommitWire> CommitAsync(Repository repository, string sha, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Get, $"read the commit {RefName.Short(sha)} of {repository}", "git", "commits", sha);

        return (await calls.SendAsync(call, cancellationToken)).Read(call, GitJson.Default.CommitWire);
    }

    /// <summary>A byte order mark is sure to stay only where the bytes are sent themselves.</summary>
    private async Task<NewEntry> EntryAsync(Repository repository, FileToCommit file, string mode, CancellationToken cancellationToken)
    {
        if (!file.HasMark && file.Text.Length <= MaxInline)
        {
            return new(file.Path, mode, "blob", file.Text, null);
        }

        byte[] bytes = [.. file.HasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(file.Text)];

        return new(file.Path, mode, "blob", null, await MakeAsync(repository, "blobs", new BlobCreation(Convert.ToBase64String(bytes), "base64"), GitJson.Default.BlobCreation, cancellationToken));
    }

    private async Task<string> MakeAsync<T>(Repository repository, string kind, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Post, $"commit to {repository}", "git", kind) with { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) };

        return (await writes.SendAsync(call, ByHand, cancellationToken)).Read(call, GitJson.Default.ShaWire).Sha;
    }

    /// <summary>False where the branch is gone, or stands at what the commit is not above.</summary>
    private async Task<bool> MoveAsync(Repository repository, string branch, string commit, CancellationToken cancellationToken)
    {
        var call = On(repository, HttpMethod.Patch, $"commit to the branch {branch} of {repository}", ["git", "refs", "heads", .. branch.Split('/')]) with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new RefChange(commit, false), GitJson.Default.RefChange),
        };

        var answer = await writes.SendAsync(call, ByHand, cancellationToken);
        var complaint = Complaint.Of(answer);

        if (answer.Status == HttpStatusCode.UnprocessableEntity && (complaint.Mentions("fast forward") || complaint.Mentions("does not exist")))
        {
            return false;
        }

        answer.Check(call);

        return true;
    }
}
