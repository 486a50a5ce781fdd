using System.Collections.Immutable;

namespace Hotfix.Sandbox.Git;

/// <summary>The commits of a repository and the branches that point at them. It starts with one commit that holds nothing.</summary>
internal sealed class SandboxBranches
{
    public const string Default = "main";

    private readonly SandboxState state;
    private readonly Dictionary<string, SandboxCommit> heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SandboxCommit> commits = new(StringComparer.Ordinal);

    public SandboxBranches(SandboxState state, SandboxUser owner)
    {
        this.state = state;
        Move(Default, Add(new(null, ImmutableSortedDictionary.Create<string, SandboxBlob>(StringComparer.Ordinal), owner, state.Now, "Initial commit")));
    }

    public SandboxCommit Head => Locked(() => heads[Default]);

    /// <summary>The commit of this name, or at the head of the branch of this name.</summary>
    public SandboxCommit? Find(string reference) => Locked(() => commits.GetValueOrDefault(reference) ?? Branch(reference));

    public SandboxCommit? Branch(string name) => Locked(() => heads.GetValueOrDefault(name));

    /// <summary>A commit on top of another; a text that is null removes the file.</summary>
    public SandboxCommit Commit(SandboxCommit parent, IReadOnlyDictionary<string, string?> files, SandboxUser author, string message)
    {
        var gone = files.Where(file => file.Value is null).Select(file => file.Key);
        var kept = files.Where(file => file.Value is not null).Select(file => KeyValuePair.Create(file.Key, SandboxBlob.Of(file.Value!)));

        return Add(new(parent, parent.Files.RemoveRange(gone).SetItems(kept), author, state.Now, message));
    }

    public void Move(string branch, SandboxCommit head) => heads[branch] = head;

    public SandboxCommit? Delete(string branch) => heads.Remove(branch, out var head) ? head : null;

    private SandboxCommit Add(SandboxCommit commit) => commits[commit.Sha] = commit;

    private T Locked<T>(Func<T> read)
    {
        lock (state.Gate)
        {
            return read();
        }
    }
}
