using System.Runtime.CompilerServices;

namespace Hotfix.Tests.Support;

/// <summary>Files of this repository, found from where this source file was compiled.</summary>
internal static class Repo
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Here([CallerFilePath] string path = "") => path;
}
