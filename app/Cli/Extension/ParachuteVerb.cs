using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;
using Hotfix.Extension.Zip;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension parachute</c>: the last good package as the next version, so that going back needs no build. <c>sign</c> signs it.</summary>
internal static class ParachuteVerb
{
    private static readonly Argument<string> LastGood = new("last-good") { Description = "The package to go back to: the zip or CRX of its release." };

    private static readonly Option<string[]> Above = new("--above")
    {
        Description = "The version to come after: the highest that is released, published or submitted; may be said several times.",
        HelpName = "version",
        Required = true,
    };

    private static readonly Option<string> Folder = new("--out", "-o") { Description = "The folder to write it to, as parachute-<version>.zip; made where it is not there.", HelpName = "folder", Required = true };
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (path, folder) = (arguments.GetRequiredValue(LastGood), arguments.GetRequiredValue(Folder));
        var taken = arguments.GetRequiredValue(Above).Select(VersionInput.Chrome).ToList();

        if (Directory.Exists(path))
        {
            throw new ExtensionException($"'{path}' is a folder: a parachute is made of what users had, the zip or CRX of its release.");
        }

        var parachute = Parachute.Of(await PackageInput.ReadAsync(path, cancellationToken), $"'{path}'", taken);
        Make(folder);
        var output = Path.Combine(folder, $"parachute-{parachute.Version}.zip");
        OutputFile.Check([output], [path]);
        var zip = ZipWriter.Pack(parachute.Files);
        await OutputFile.WriteAsync([new(output, [zip])], cancellationToken);

        var line = new ParachuteLine($"{parachute.Version}", parachute.VersionName, $"{parachute.From}", parachute.Why, output, zip.Length, Shared.Sha256(zip));
        await Console.Out.WriteLineAsync(arguments.GetValue(Json)
            ? JsonSerializer.Serialize(line, ExtensionJson.Readable.ParachuteLine)
            : $"{line.Zip}: the code of {line.From} as {line.Version}{(line.VersionName is { } name ? $" ({Shown.Of(name)})" : "")}, {line.Bytes:#,0} bytes\nsha256 {line.Sha256}\n{line.Why}");

        return 0;
    }

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ExtensionException($"The folder '{folder}' cannot be made: {wrong.Message}");
        }
    }

    private static Command Create()
    {
        var command = new Command("parachute", "Give the last good package the next version, to go back to without a build.") { LastGood, Above, Folder, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
