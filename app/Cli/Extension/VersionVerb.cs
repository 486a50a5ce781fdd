using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension version</c>: the version the store takes for a semantic one, and why it is that.</summary>
internal static class VersionVerb
{
    private static readonly Argument<string> Semantic = new("semver") { Description = "The semantic version, or its tag: 1.2.3, v1.2.3-beta.1." };

    private static readonly Option<string[]> StoreMax = new("--store-max")
    {
        Description = "The highest version that the store has in any state; may be said several times.",
        HelpName = "version",
    };

    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        var allocated = VersionInput.Store(VersionInput.Semantic(arguments.GetRequiredValue(Semantic)), [.. (arguments.GetValue(StoreMax) ?? []).Select(VersionInput.Chrome)]);
        await Console.Out.WriteLineAsync(arguments.GetValue(Json)
            ? JsonSerializer.Serialize(new VersionLine($"{allocated.Version}", allocated.VersionName, allocated.Why), ExtensionJson.Readable.VersionLine)
            : $"version {allocated.Version}\nversion_name {allocated.VersionName}\n{allocated.Why}");

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("version", "Give the version that the store takes for a semantic one.") { Semantic, StoreMax, Json };
        command.SetAction((arguments, _) => RunAsync(arguments));

        return command;
    }
}
