namespace Hotfix.GitHub.Git;

/// <summary>What can be part of a path at all. git knows no name with an empty part or one of dots; people write such ones, and in an address they would lead elsewhere.</summary>
internal static class RefName
{
    public static bool IsPossible(string name) => name.Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>A commit as people write it.</summary>
    public static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;
}
