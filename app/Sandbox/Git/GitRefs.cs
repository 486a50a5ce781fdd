namespace Hotfix.Sandbox.Git;

/// <summary>
/// The names that lead to objects: <c>heads/main</c>, <c>tags/v1.0.0</c>, always without <c>refs/</c> in front, in git's order. To be touched only while holding the state's gate.
/// </summary>
internal sealed class GitRefs
{
    private readonly SortedDictionary<string, string> refs = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, string>> All => refs;

    public string? Find(string name) => refs.GetValueOrDefault(name);

    public void Set(string name, string sha) => refs[name] = sha;

    public bool Remove(string name) => refs.Remove(name);

    /// <summary>The ref that stands in the way of another: <c>heads/a</c> is in git a file where <c>heads/a/b</c> needs a folder.</summary>
    public string? InTheWayOf(string name) => refs.Keys.FirstOrDefault(other =>
        other.StartsWith(name + "/", StringComparison.Ordinal) || name.StartsWith(other + "/", StringComparison.Ordinal));

    /// <summary>Whether git takes it for a name. Source: git-check-ref-format.</summary>
    public static bool IsName(string name) =>
        name.Split('/') is { Length: >= 2 } parts
        && parts.All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal))
        && !name.Any(one => char.IsControl(one) || " ~^:?*[\\".Contains(one, StringComparison.Ordinal))
        && !name.Contains("..", StringComparison.Ordinal) && !name.Contains("@{", StringComparison.Ordinal) && name[^1] != '.';
}
