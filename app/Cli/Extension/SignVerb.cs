using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;
using Hotfix.Extension.Crx;
using Hotfix.Extension.Zip;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension sign</c>: a zip as a CRX3. Each key in the PEM text signs; the first gives the id.</summary>
internal static class SignVerb
{
    private static readonly Argument<string> Zip = new("zip") { Description = "The zip to sign." };
    private static readonly Option<string> Out = Shared.Out("The CRX to write.");
    private static readonly Option<string> KeyDescriptor = Shared.KeyDescriptor();
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (path, output) = (arguments.GetRequiredValue(Zip), arguments.GetRequiredValue(Out));
        OutputFile.Check([output], [path]);
        var keys = await KeyInput.ReadAsync(arguments.GetValue(KeyDescriptor), cancellationToken);
        var zip = await InputFile.ReadAsync(path, cancellationToken);

        if (CrxFile.IsOne(zip))
        {
            throw new ExtensionException($"'{path}' is a CRX, and signed already: sign the zip that it was made from.");
        }

        // What is signed is vouched for: a zip that readers could take differently is not.
        if (ZipReader.Read(zip, $"'{path}'", PackageLimits.Default).All(file => file.Path != "manifest.json"))
        {
            throw new ExtensionException($"There is no manifest.json at the root of '{path}': Chrome would not install it.");
        }

        var head = CrxFile.Head(zip, keys);
        await OutputFile.WriteAsync([new(output, [head, zip])], cancellationToken);
        var line = new SignedLine(output, ExtensionId.Of(keys[0].PublicKey.Span), keys.Count, head.Length + zip.Length, Shared.Sha256(head, zip));
        await Console.Out.WriteLineAsync(arguments.GetValue(Json)
            ? JsonSerializer.Serialize(line, ExtensionJson.Readable.SignedLine)
            : $"{line.Crx}: {line.Bytes:#,0} bytes, signed as {line.Id} by {(line.Proofs == 1 ? "one key" : $"{line.Proofs} keys")}\nsha256 {line.Sha256}");

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("sign", $"Sign a zip as a CRX3, with the key in {KeyInput.Variable}.") { Zip, Out, KeyDescriptor, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
