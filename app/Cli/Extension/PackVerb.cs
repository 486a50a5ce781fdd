using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;
using Hotfix.Extension.Crx;
using Hotfix.Extension.Zip;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension pack</c>: a folder as a zip, the same bytes each time; with <c>--crx</c> also signed, in one go.</summary>
internal static class PackVerb
{
    private static readonly Argument<string> Folder = new("folder") { Description = $"The extension's folder, the one with manifest.json. Its {IgnoreRules.FileName} says what is left out." };
    private static readonly Option<string> Out = Shared.Out("The zip to write.");
    private static readonly Option<string> Crx = new("--crx") { Description = "Also sign it, and write this CRX.", HelpName = "file" };
    private static readonly Option<string> KeyDescriptor = Shared.KeyDescriptor();
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (folder, output, signed) = (arguments.GetRequiredValue(Folder), arguments.GetRequiredValue(Out), arguments.GetValue(Crx));
        OutputFile.Check([output, signed], [Path.Combine(folder, IgnoreRules.FileName)]);
        var keys = signed is null ? [] : await KeyInput.ReadAsync(arguments.GetValue(KeyDescriptor), cancellationToken);

        if (!Directory.Exists(folder))
        {
            throw new ExtensionException(File.Exists(folder) ? $"'{folder}' is a file: this takes the extension's folder, the one with manifest.json." : $"There is no folder '{folder}'.");
        }

        await FolderFiles.CheckTargetsAsync(folder, [output, signed], cancellationToken);
        var leftOut = new List<string>();
        var files = await FolderFiles.ListAsync(folder, PackageLimits.Default, leftOut.Add, cancellationToken);

        if (files.All(file => file.Path != "manifest.json"))
        {
            throw new ExtensionException($"There is no manifest.json in '{folder}': an extension has one at its root.");
        }

        var zip = ZipWriter.Pack(files, new PackProgress(files.Count).Done);
        var head = keys.Count > 0 ? CrxFile.Head(zip, keys) : null;
        await OutputFile.WriteAsync(head is null ? [new(output, [zip])] : [new(output, [zip]), new(signed!, [head, zip])], cancellationToken);

        leftOut.Sort(StringComparer.Ordinal);
        var line = new PackedLine(
            output, files.Count, files.Sum(file => (long)file.Length), zip.Length, Shared.Sha256(zip), signed, head is null ? null : ExtensionId.Of(keys[0].PublicKey.Span), head is null ? null : Shared.Sha256(head, zip), leftOut);
        await Console.Out.WriteLineAsync(arguments.GetValue(Json) ? JsonSerializer.Serialize(line, ExtensionJson.Readable.PackedLine) : Text(line));

        return 0;
    }

    private static string Text(PackedLine line)
    {
        var text = $"{line.Zip}: {line.Files:#,0} files, {line.Unpacked:#,0} bytes packed to {line.Bytes:#,0}\nsha256 {line.Sha256}";
        text += line.Crx is null ? "" : $"\n{line.Crx}: signed as {line.Id}\nsha256 {line.CrxSha256}";

        return line.LeftOut.Count == 0 ? text : $"{text}\nleft out: {string.Join(", ", line.LeftOut.Select(Shown.Of))}";
    }

    private static Command Create()
    {
        var command = new Command("pack", "Pack an extension's folder into a zip, the same bytes every time.") { Folder, Out, Crx, KeyDescriptor, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
