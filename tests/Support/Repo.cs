using System.Reflection;

namespace Hotfix.Tests.Support;

/// <summary>Files of this repository. The build writes down where it stands: a source file's own path is made neutral in continuous integration.</summary>
internal static class Repo
{
    public static string Root { get; } = Path.GetFullPath(typeof(Repo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);
}
