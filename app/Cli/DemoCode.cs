using Hotfix.Domain;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;

namespace Hotfix.Cli;

/// <summary>The product that the demo's reports are about: released once with what the profile's version files need, and worked on since.</summary>
internal static class DemoCode
{
    /// <summary>The file that the bug is in.</summary>
    public const string Source = "src/titles.txt";

    public const string Mended = "titles are shown as text\n";

    public static void Release(SandboxRepository repository, BranchRules rules)
    {
        var version = rules.FromPrereleases ? "1.1.0-beta" : "1.0.0";
        var files = rules.VersionFiles.Where(rule => !rule.Optional).ToDictionary(rule => rule.Path, string? (rule) => Text(rule.Path, version));
        files[rules.Changelog ?? "CHANGELOG.md"] = $"# Changelog\n\n## [Unreleased]\n\n## [{version}] - 2026-11-01\n\n- First release.\n";
        files[Source] = "titles are shown as markup\n";

        repository.Push(SandboxBranches.Default, files, message: $"Version {version}");
        repository.Release($"v{version}", rules.FromPrereleases);
        repository.Push(SandboxBranches.Default, new Dictionary<string, string?> { ["src/next.txt"] = "not finished\n" }, message: "Begin what comes next");
    }

    private static string Text(string path, string version) => path switch
    {
        "Cargo.toml" => $"[package]\nname = \"tally\"\nversion = \"{version}\"\n",
        "manifest.json" => $$"""
            {
              "manifest_version": 3,
              "name": "Tally",
              "version": "{{version}}"
            }

            """,
        _ => $$"""
            {
              "name": "tally",
              "version": "{{version}}"
            }

            """,
    };
}
