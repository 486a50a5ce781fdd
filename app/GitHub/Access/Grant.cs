using System.Collections.Immutable;

namespace Hotfix.GitHub.Access;

/// <summary>
/// What a token may do: for each kind of work exactly what it needs (and the metadata read that GitHub gives with everything), whatever else people have granted the App. A token
/// that leaks, or a fault of ours, can then do little. There are two, and not one, because GitHub gives no token at all that asks for more than an installation has accepted: where
/// the permissions on files and checks are not accepted yet, issues are triaged all the same.
/// <para>Source: GitHub REST, "Create an installation access token for an app"; "Permissions required for GitHub Apps".</para>
/// </summary>
internal sealed class Grant
{
    private Grant(params (string What, string HowMuch)[] permissions)
    {
        Permissions = permissions.ToImmutableSortedDictionary(permission => permission.What, permission => permission.HowMuch, StringComparer.Ordinal);
    }

    /// <summary>Labels, assignees and comments of issues.</summary>
    public static Grant Issues { get; } = new(("issues", "write"), ("metadata", "read"));

    /// <summary>Files to read, pull requests to look at, check runs to write. No code can be changed with it.</summary>
    public static Grant Code { get; } = new(("contents", "read"), ("checks", "write"), ("pull_requests", "read"), ("metadata", "read"));

    /// <summary>Everything that the App must be granted; its manifest asks for this and no more.</summary>
    public static ImmutableSortedDictionary<string, string> Everything { get; } = Issues.Permissions.SetItems(Code.Permissions);

    public ImmutableSortedDictionary<string, string> Permissions { get; }
}
