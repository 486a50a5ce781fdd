using System.Collections.Immutable;

namespace Hotfix.GitHub.Access;

/// <summary>
/// What a token may do: for each kind of work exactly what it needs (and the metadata read that GitHub gives with everything), whatever else people have granted the App. A token
/// that leaks, or a fault of ours, can then do little. There are several, and not one, because GitHub gives no token at all that asks for more than an installation has accepted: where
/// the permission to make branches is not accepted yet, issues are triaged all the same.
/// <para>Source: GitHub REST, "Create an installation access token for an app"; "Permissions required for GitHub Apps".</para>
/// </summary>
internal sealed class Grant
{
    private static readonly string[] Levels = ["read", "write", "admin"];

    private Grant(params (string What, string HowMuch)[] permissions)
    {
        Permissions = permissions.Append(("metadata", "read")).ToImmutableSortedDictionary(permission => permission.Item1, permission => permission.Item2, StringComparer.Ordinal);
    }

    /// <summary>Labels, assignees, comments and reactions of issues; and what somebody may do in a repository, which takes no permission of its own.</summary>
    public static Grant Issues { get; } = new(("issues", "write"));

    /// <summary>Files, branches and tags to read, pull requests to look at, check runs to write. No code can be changed with it.</summary>
    public static Grant Code { get; } = new(("contents", "read"), ("checks", "write"), ("pull_requests", "read"));

    /// <summary>Branches to make, to commit to and to delete.</summary>
    public static Grant Branches { get; } = new(("contents", "write"));

    /// <summary>The same where a commit brings other workflows than the branches have: used only where GitHub says that it takes it.</summary>
    public static Grant Workflows { get; } = new(("contents", "write"), ("workflows", "write"));

    /// <summary>Pull requests to open, to close and to open again; their branches are only looked at.</summary>
    public static Grant Pulls { get; } = new(("pull_requests", "write"), ("contents", "read"));

    /// <summary>Everything that a gate's verdict is made from.</summary>
    public static Grant Evidence { get; } = new(("contents", "read"), ("pull_requests", "read"), ("checks", "read"), ("statuses", "read"));

    /// <summary>Which pull requests are in a merge queue.</summary>
    public static Grant Queues { get; } = new(("merge_queues", "read"), ("pull_requests", "read"), ("contents", "read"));

    /// <summary>Having GitHub merge a pull request by itself once all is green.</summary>
    public static Grant Merging { get; } = new(("pull_requests", "write"), ("contents", "write"));

    /// <summary>Workflows to start, and their runs to find.</summary>
    public static Grant Actions { get; } = new(("actions", "write"));

    /// <summary>Who is in which team of the organisation.</summary>
    public static Grant Members { get; } = new(("members", "read"));

    public static ImmutableArray<Grant> All { get; } = [Issues, Code, Branches, Workflows, Pulls, Evidence, Queues, Merging, Actions, Members];

    /// <summary>Everything that the App must be granted, each as far as any of them needs it; its manifest asks for this and no more.</summary>
    public static ImmutableSortedDictionary<string, string> Everything { get; } = All
        .SelectMany(grant => grant.Permissions)
        .GroupBy(permission => permission.Key, permission => permission.Value)
        .ToImmutableSortedDictionary(levels => levels.Key, levels => levels.MaxBy(level => Array.IndexOf(Levels, level))!, StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, string> Permissions { get; }

    public override string ToString() => string.Join(", ", Permissions.Where(permission => permission.Key != "metadata").Select(permission => $"{permission.Key}: {permission.Value}"));
}
