using System.Text;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.GraphQl;

/// <summary><c>Commit</c> and <c>Blob</c>: what was made, by whom, pushed by whom, and what is said about it.</summary>
internal static class GraphCommit
{
    private const string CoAuthor = "Co-authored-by: ";

    private static readonly GraphType Push = new GraphType("Push")
        .With<SandboxPush>("nextSha", push => push.After)
        .With<SandboxPush>("previousSha", push => push.Before)
        .With<SandboxPush>("pusher", push => GraphPeople.Of(push.By));

    private static readonly GraphType Suite = new GraphType("CheckSuite").With<Pushed>("push", suite => Push.OrNull(suite.Push));

    private static readonly GraphType Blob = new GraphType("Blob", "GitObject")
        .With<SandboxBlob>("oid", blob => blob.Sha)
        .With<SandboxBlob>("byteSize", blob => blob.Bytes.Length)
        .With<SandboxBlob>("isBinary", IsBinary)
        .With<SandboxBlob>("text", blob => IsBinary(blob) is true ? null : Encoding.UTF8.GetString(blob.Bytes.Span));

    private static readonly GraphType Type = new GraphType("Commit", "GitObject")
        .With<At>("oid", at => at.Commit.Sha)
        .With<At>("message", at => at.Commit.Message)
        .With<At>("committedDate", at => Wire.Stamp.Of(at.Commit.Time))
        .With<At>("author", at => GraphPeople.Of(at.Commit.By))
        .With<At>("committer", at => GraphPeople.Of(at.Commit.Committer))
        .With<At>("authors", (at, call) => GraphConnection.Of(call, "GitActorConnection", [at.Commit.By, .. CoAuthors(at, call.State)], GraphPeople.Of))
        .With<At>("checkSuites", Suites)
        .With<At>("statusCheckRollup", GraphChecks.Rollup);

    public static GraphNode? OrNull(SandboxRepository repository, SandboxCommit? commit) => commit is null ? null : Type.Of(new At(repository, commit));

    public static GraphNode Of(SandboxBlob blob) => Blob.Of(blob);

    private static object IsBinary(SandboxBlob blob) => blob.Bytes.Span.Contains((byte)0);

    /// <summary>Those whom the message names at the beginning of a line; an address tells who it is.</summary>
    private static IEnumerable<GitPerson> CoAuthors(At at, SandboxState state) =>
        from line in at.Commit.Message.Split('\n')
        where line.StartsWith(CoAuthor, StringComparison.OrdinalIgnoreCase) && line.EndsWith('>')
        let parts = line[CoAuthor.Length..^1].Split(" <")
        where parts.Length == 2
        select new GitPerson(parts[0], parts[1], at.Commit.Time, state.FindByEmail(parts[1]));

    /// <summary>One for each push of the commit, as our App has them; of other Apps one for their checks.</summary>
    private static GraphNode Suites(At at, GraphCall call)
    {
        call.Need("checks");
        var pushes = at.Repository.PushesOf(at.Commit.Sha);
        var others = at.Repository.LatestChecks(at.Commit.Sha).Select(check => check.AppId).Distinct().Select(_ => new Pushed(pushes is [.., var last] ? last : null));

        return GraphConnection.Of(call, "CheckSuiteConnection", [.. pushes.Select(push => new Pushed(push)), .. others], Suite.Of);
    }

    /// <summary>A commit, where it is.</summary>
    internal sealed record At(SandboxRepository Repository, SandboxCommit Commit);

    private sealed record Pushed(SandboxPush? Push);
}
