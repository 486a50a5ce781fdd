using System.CommandLine;
using System.Text.Json;
using Hotfix.Cli.Extension.Lint;
using Hotfix.Extension;
using Hotfix.Extension.Lint;
using Hotfix.Extension.Metadata;

namespace Hotfix.Cli.Extension.Metadata;

/// <summary><c>hotfix extension metadata</c>: <c>hotfix-metadata.json</c> for packages, and a bill of materials where there is a lock file.</summary>
internal static class MetadataVerb
{
    private const int Schema = 1;

    private static readonly Argument<string[]> Packages = new("packages") { Description = "The packages it is about, the first of them the one that is looked into: zip or CRX.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Out = Shared.Out("The file to write, usually hotfix-metadata.json.");
    private static readonly Option<string> Repo = new("--repo") { Description = "The git repository the packages were built from.", HelpName = "folder", DefaultValueFactory = _ => "." };
    private static readonly Option<string[]> Tests = new("--tests") { Description = "A report of tests, JUnit's XML or TRX; may be said several times.", HelpName = "file" };
    private static readonly Option<string> BuildType = new("--build-type") { Description = "What kind of build it is; else release on a tag, hotfix on a branch hotfix/…, development elsewhere.", HelpName = "word" };
    private static readonly Option<string> Lock = new("--lock") { Description = "The package-lock.json for the bill of materials; else the one in the repository's folder.", HelpName = "file" };
    private static readonly Option<string> Sbom = new("--sbom") { Description = "Also write a bill of materials, CycloneDX 1.6.", HelpName = "file" };

    private static readonly Option<string> Allow = new("--allow") { Description = "The allowlist of the findings.", HelpName = "file" };
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (paths, output, repository) = (arguments.GetRequiredValue(Packages), arguments.GetRequiredValue(Out), arguments.GetRequiredValue(Repo));
        var lockFile = arguments.GetValue(Lock) ?? Path.Combine(repository, "package-lock.json");
        OutputFile.Check([output, arguments.GetValue(Sbom)], [.. paths, .. arguments.GetValue(Tests) ?? [], arguments.GetValue(Allow), lockFile]);
        var artifacts = new List<ArtifactLine>();

        foreach (var path in paths)
        {
            var bytes = await InputFile.ReadAsync(path, cancellationToken);
            artifacts.Add(new(Path.GetFileName(path), bytes.Length, Shared.Sha256(bytes)));
        }

        var package = await PackageInput.ReadAsync(paths[0], cancellationToken);
        var manifest = package.NeededManifest($"'{paths[0]}'");
        var git = await GitHistory.ReadAsync(repository, cancellationToken);
        var report = Linter.Run(package, before: null, arguments.GetValue(Allow) is { } allow ? Allowance.Parse(await InputFile.ReadAsync(allow, cancellationToken), Path.GetFileName(allow)) : []);
        var metadata = new PackageMetadata(
            Schema, package.Name(), manifest.Version ?? "", manifest.Root.TextOf("version_name"), git.Commit, git.CommittedAt, arguments.GetValue(BuildType) ?? TypeOf(git),
            new(git.Since, git.Truncated, git.Changes), await TestsAsync(arguments.GetValue(Tests) ?? [], cancellationToken),
            LintLine.Of(report), artifacts);
        var sbom = arguments.GetValue(Sbom) is { } target ? (target, await SbomAsync(lockFile, metadata, cancellationToken)) : default;

        var written = new OutputFile(output, [JsonSerializer.SerializeToUtf8Bytes(metadata, MetadataJson.Readable.PackageMetadata)]);
        await OutputFile.WriteAsync(sbom.target is null ? [written] : [written, new(sbom.target, [sbom.Item2])], cancellationToken);

        await Console.Out.WriteLineAsync(arguments.GetValue(Json)
            ? JsonSerializer.Serialize(metadata, MetadataJson.Line.PackageMetadata)
            : $"{output}: {Shown.Of(metadata.Version)} of {metadata.Commit[..12]}, {metadata.BuildType}, {(git.Truncated ? "more than " : "")}{git.Changes.Count} changes since {Shown.Of(git.Since ?? "the beginning")}{(sbom.target is null ? "" : $"\n{sbom.target}: the bill of materials")}");

        return 0;
    }

    private static string TypeOf(GitHistory git) => git switch
    {
        { Tag: not null } => "release",
        { Branch: { } branch } when branch.StartsWith("hotfix/", StringComparison.Ordinal) => "hotfix",
        _ => "development",
    };

    private static async Task<TestResults?> TestsAsync(string[] files, CancellationToken cancellationToken)
    {
        TestResults? sum = null;

        foreach (var file in files)
        {
            var results = TestResults.Read(await InputFile.ReadAsync(file, cancellationToken), file);
            sum = sum is null ? results : sum + results;
        }

        return sum;
    }

    private static async Task<byte[]> SbomAsync(string file, PackageMetadata metadata, CancellationToken cancellationToken) => JsonSerializer.SerializeToUtf8Bytes(
        CycloneDx.Of(metadata.Name, metadata.Version, metadata.BuiltAt, NpmLock.Read(await InputFile.ReadAsync(file, cancellationToken), file)), MetadataJson.Readable.CycloneDx);

    private static Command Create()
    {
        var command = new Command("metadata", "Write hotfix-metadata.json: version, commit, changes, tests, findings, digests.") { Packages, Out, Repo, Tests, BuildType, Lock, Sbom, Allow, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
