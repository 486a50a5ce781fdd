namespace Hotfix.Sandbox.Git;

/// <summary>The code of a repository: its objects, and the branches and tags that lead to them. It starts with one commit that holds nothing.</summary>
internal sealed class SandboxBranches
{
    public const string Default = "main";

    private readonly SandboxState state;

    public SandboxBranches(SandboxState state, SandboxUser owner)
    {
        this.state = state;
        var person = GitPerson.Of(owner, state.Now);
        Move(Default, Objects.Add(new SandboxCommit([], GitFiles.None, person, person, "Initial commit")));
    }

    public GitStore Objects { get; } = new();

    public GitRefs Refs { get; } = new();

    public SandboxCommit Head => Locked(() => Branch(Default)!);

    /// <summary>All branches and the commits at their heads, by name.</summary>
    public IReadOnlyList<(string Name, SandboxCommit Head)> All => Locked(() => Under("heads/"));

    /// <summary>All tags and the commits they lead to, by name; what leads to something else is left out.</summary>
    public IReadOnlyList<(string Name, SandboxCommit Head)> Tags => Locked(() => Under("tags/"));

    /// <summary>The commit of this name, or the one to which a branch or a tag of this name leads (<c>main</c>, <c>heads/main</c>, <c>refs/heads/main</c>).</summary>
    public SandboxCommit? Find(string reference) => Locked(() =>
    {
        var name = reference.StartsWith("refs/", StringComparison.Ordinal) ? reference["refs/".Length..] : reference;

        var sha = Refs.Find($"heads/{name}") ?? Refs.Find($"tags/{name}") ?? Refs.Find(name);

        return Objects.Commit(reference) ?? (sha is null ? null : Objects.Peel(sha));
    });

    public SandboxCommit? Branch(string name) => Locked(() => Refs.Find($"heads/{name}") is { } sha ? Objects.Commit(sha) : null);

    public SandboxCommit? Tag(string name) => Locked(() => Refs.Find($"tags/{name}") is { } sha ? Objects.Peel(sha) : null);

    /// <summary>A commit on top of another; a text that is null removes the file. A file that was a program stays one.</summary>
    public SandboxCommit Commit(SandboxCommit parent, IReadOnlyDictionary<string, string?> files, SandboxUser author, string message) =>
        Commit(parent, files, GitPerson.Of(author, state.Now), message);

    /// <summary>The same by somebody who need not have an account.</summary>
    public SandboxCommit Commit(SandboxCommit parent, IReadOnlyDictionary<string, string?> files, GitPerson person, string message)
    {
        var after = files.Aggregate(parent.Files, (all, file) => file.Value is null
            ? all.Without(file.Key)
            : all.With(file.Key, SandboxBlob.Of(file.Value, parent.Files.GetValueOrDefault(file.Key)?.Mode ?? SandboxBlob.Plain)));

        return Objects.Add(new SandboxCommit([parent], after, person, person, message));
    }

    public void Move(string branch, SandboxCommit head) => Refs.Set($"heads/{branch}", head.Sha);

    private List<(string, SandboxCommit)> Under(string folder) =>
    [
        .. from pair in Refs.All
           where pair.Key.StartsWith(folder, StringComparison.Ordinal)
           let commit = Objects.Peel(pair.Value)
           where commit is not null
           select (pair.Key[folder.Length..], commit),
    ];

    private T Locked<T>(Func<T> read)
    {
        lock (state.Gate)
        {
            return read();
        }
    }
}
