using System.Text;
using Hotfix.Domain;
using Hotfix.Extension;
using Hotfix.Extension.Zip;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;

namespace Hotfix.Cli.Demo;

/// <summary>
/// The product that the demo's reports are about: released once with what the profile's version files need, and worked on since. Where the profile's products go to the Chrome Web Store it is an extension that can be built (<c>Shelf</c>, in this
/// folder); else a few files that stand for one.
/// </summary>
/// <param name="Version">What was released.</param>
/// <param name="Files">What it was released with, by path.</param>
/// <param name="Fix">What mends it: the source, and a test of it.</param>
/// <param name="Ships">The Action can build, release and publish it.</param>
internal sealed record DemoCode(string Version, IReadOnlyDictionary<string, byte[]> Files, IReadOnlyDictionary<string, string?> Fix, bool Ships)
{
    /// <summary>What its packages are called.</summary>
    public const string Name = "shelf";

    private const string Source = "src/titles.txt";
    private const string Test = "tests/titles.test.txt";

    private static readonly string[] Packed = ["manifest.json", "icons/", "src/"];

    public static DemoCode Of(BranchRules rules) => rules.Store == StoreKind.Chrome ? Extension() : Stand(rules);

    public void Release(SandboxRepository repository, BranchRules rules)
    {
        repository.PushBytes(SandboxBranches.Default, Files, message: $"Version {Version}");
        var (release, _) = repository.Release($"v{Version}", rules.FromPrereleases);

        if (Ships)
        {
            release.Attach($"{Name}-{Version}.zip", Package(), "application/zip", release.Author);
        }

        repository.Push(SandboxBranches.Default, new Dictionary<string, string?> { ["src/next.txt"] = "not finished\n" }, message: "Begin what comes next");
    }

    /// <summary>As its own build.mjs and <c>hotfix extension pack</c> make it.</summary>
    private byte[] Package() => ZipWriter.Pack(Files.Where(file => Packed.Any(part => file.Key.StartsWith(part, StringComparison.Ordinal))).Select(file => new PackageFile(file.Key, file.Value)));

    private static DemoCode Extension() => new("1.0.0", Embedded("shelf/first/"), Embedded("shelf/fix/").ToDictionary(file => file.Key, string? (file) => Encoding.UTF8.GetString(file.Value)), Ships: true);

    private static DemoCode Stand(BranchRules rules)
    {
        var version = rules.FromPrereleases ? "1.1.0-beta" : "1.0.0";
        var files = rules.VersionFiles.Where(rule => !rule.Optional).ToDictionary(rule => rule.Path, rule => Bytes(Text(rule.Path, version)));
        files[rules.Changelog ?? "CHANGELOG.md"] = Bytes($"# Changelog\n\n## [Unreleased]\n\n## [{version}] - 2026-11-01\n\n- First release.\n");
        files[Source] = Bytes("titles are shown as markup\n");

        return new(version, files, new Dictionary<string, string?> { [Source] = "titles are shown as text\n", [Test] = "a title with markup in it is shown as text\n" }, Ships: false);
    }

    private static Dictionary<string, byte[]> Embedded(string prefix)
    {
        var assembly = typeof(DemoCode).Assembly;

        return assembly.GetManifestResourceNames().Where(name => name.Replace('\\', '/').StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(name => name.Replace('\\', '/')[prefix.Length..], name =>
        {
            using var source = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[source.Length];
            source.ReadExactly(bytes);

            return bytes;
        });
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(string path, string version) => path switch
    {
        "Cargo.toml" => $"[package]\nname = \"{Name}\"\nversion = \"{version}\"\n",
        _ => $$"""
            {
              "name": "{{Name}}",
              "version": "{{version}}"
            }

            """,
    };
}
