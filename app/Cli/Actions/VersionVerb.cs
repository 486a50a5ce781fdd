using System.CommandLine;
using Hotfix.Cli.Extension;
using Hotfix.Domain.Versions;
using Hotfix.Extension;

namespace Hotfix.Cli.Actions;

/// <summary><c>hotfix action version</c>: which version a package is of, whether that is the one meant, and which tag it gets; printed as facts.</summary>
internal static class VersionVerb
{
    private const int ShortCommit = 7;

    private static readonly Argument<string> Package = new("package") { Description = "The extension: its folder, a zip or a CRX." };
    private static readonly Option<string> Known = new("--facts") { Description = "The file with the facts so far.", HelpName = "file", Required = true };

    public static Command Command { get; } = Create();

    /// <summary>The version's facts.</summary>
    /// <param name="store">The version that Chrome and the store go by.</param>
    /// <param name="name">What people call it; null where the manifest does not say, and the store's counts.</param>
    /// <param name="commit">40 hexadecimal digits; empty where it is not known.</param>
    public static IReadOnlyList<string> Of(string store, string? name, Facts facts, string commit)
    {
        var version = (name is null ? null : SemanticVersion.TryParse(name)) ?? SemanticVersion.TryParse(store)
            ?? throw new InputException($"manifest.json says version '{Shown.Of(store)}' and version_name '{Shown.Of(name ?? "")}', and neither is a semantic version, like 1.2.4: `hotfix extension version` gives both.");
        var expected = facts["expected_version"];

        if (expected.Length > 0 && SemanticVersion.TryParse(expected)?.Ordered != version.Ordered)
        {
            throw new InputException($"The package is {version.Text}, and {expected} was asked for: set the version in manifest.json, or ask for {version.Text}.");
        }

        var (channel, tag) = (facts["channel"], facts["given_tag"]);
        var isRelease = channel == "production";

        return
        [
            Facts.Line("version", version.Text),
            Facts.Line("store_version", store),
            Facts.Line("tag", tag.Length > 0 ? tag : isRelease ? $"v{version.Text}" : $"v{version.Ordered}{(version.PreRelease is null ? "-" : ".")}{channel}.g{commit[..Math.Min(ShortCommit, commit.Length)]}"),
            Facts.Line("prerelease", isRelease ? "false" : "true"),
        ];
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(Package);
        var manifest = (await PackageInput.ReadAsync(path, cancellationToken)).NeededManifest($"'{path}'");
        var facts = await Facts.ReadAsync(arguments.GetRequiredValue(Known), cancellationToken);
        await Console.Out.WriteLineAsync(string.Join('\n', Of(manifest.Version ?? "", manifest.Root.TextOf("version_name"), facts, Environment.GetEnvironmentVariable("GITHUB_SHA") ?? "")));

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("version", "Say which version a package is of and which tag it gets, as facts.") { Package, Known };
        command.SetAction(RunAsync);

        return command;
    }
}
