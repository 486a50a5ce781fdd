namespace Hotfix.Tests.Support;

/// <summary>Packages of tests/package-lock.json, as npm installed them.</summary>
internal static class NodeModules
{
    public static string Package(string name) =>
        Repo.File("tests", "node_modules", name) is var path && Directory.Exists(path) ? path : throw new DirectoryNotFoundException($"npm package {name} is not there; run ./test, which installs it.");
}
