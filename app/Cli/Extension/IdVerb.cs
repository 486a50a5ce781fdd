using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;
using Hotfix.Extension.Crx;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension id</c>: the id that a key gives an extension: of a CRX or a public key, else of the private key in the environment.</summary>
internal static class IdVerb
{
    private static readonly Argument<string> File = new("file")
    {
        Description = $"A CRX, or a public key (PEM or DER). Without it, the private key in {KeyInput.Variable} is asked.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> KeyDescriptor = Shared.KeyDescriptor();
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var id = arguments.GetValue(File) is { } path
            ? Of(await InputFile.ReadAsync(path, cancellationToken), path)
            : ExtensionId.Of((await KeyInput.ReadAsync(arguments.GetValue(KeyDescriptor), cancellationToken))[0].PublicKey.Span);
        await Console.Out.WriteLineAsync(arguments.GetValue(Json) ? JsonSerializer.Serialize(new IdLine(id), ExtensionJson.Readable.IdLine) : id);

        return 0;
    }

    private static string Of(byte[] bytes, string path)
    {
        if (!CrxFile.IsOne(bytes))
        {
            return ExtensionId.Of(PublicKeys.Read(bytes, path).Span);
        }

        return CrxFile.Verify(bytes) switch
        {
            CrxVerdict.Genuine genuine => genuine.Id,
            CrxVerdict.Refused refused => throw new ExtensionException($"'{path}' is refused. {refused.Sentence}"),
            _ => throw new InvalidOperationException("A verdict is genuine or refused."),
        };
    }

    private static Command Create()
    {
        var command = new Command("id", "Print the id that a key gives an extension.") { File, KeyDescriptor, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
