using System.Collections.Immutable;

namespace Hotfix.Sandbox.Git;

/// <summary>All files of a commit by their paths, kept so that none is both a file and a folder: as in git's index, what is put last wins.</summary>
internal static class GitFiles
{
    public static ImmutableSortedDictionary<string, SandboxBlob> None { get; } = ImmutableSortedDictionary.Create<string, SandboxBlob>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, SandboxBlob> With(this ImmutableSortedDictionary<string, SandboxBlob> files, string path, SandboxBlob blob)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            files = files.Remove(path[..slash]);
        }

        return files.Without(path).Add(path, blob);
    }

    /// <summary>Without this file, or all that is in this folder.</summary>
    public static ImmutableSortedDictionary<string, SandboxBlob> Without(this ImmutableSortedDictionary<string, SandboxBlob> files, string path) =>
        files.RemoveRange(files.Keys.Where(one => one == path || one.StartsWith(path + "/", StringComparison.Ordinal)).ToList());
}
