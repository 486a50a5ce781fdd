using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;
using Hotfix.Extension.Crx;

namespace Hotfix.Cli.Extension;

/// <summary>
/// <c>hotfix extension keygen</c>: a new private key on standard output, for a pipe into a secret store (<c>hotfix extension keygen | gh secret set HOTFIX_SIGNING_KEY</c>), and its id on standard error.
/// A terminal keeps what it showed, so there it refuses.
/// </summary>
internal static class KeygenVerb
{
    private static readonly Option<bool> Ecdsa = new("--ecdsa") { Description = "ECDSA on P-256 instead of RSA with 2048 bits. Its signatures differ each time, so the CRX does too." };
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!Console.IsOutputRedirected)
        {
            throw new ExtensionException($"A private key is not shown on a terminal: pipe it to where secrets are kept, like `hotfix extension keygen | gh secret set {KeyInput.Variable}`.");
        }

        using var key = SigningKey.Create(arguments.GetValue(Ecdsa) ? ProofKind.Ecdsa : ProofKind.Rsa);
        var id = ExtensionId.Of(key.PublicKey.Span);

        if (arguments.GetValue(Json))
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new KeyLine(key.PrivatePem(), key.PublicPem(), id), ExtensionJson.Readable.KeyLine).AsMemory(), cancellationToken);
        }
        else
        {
            await Console.Out.WriteLineAsync(key.PrivatePem().AsMemory(), cancellationToken);
            await Console.Error.WriteLineAsync($"The extension's id is {id}. Its public key:\n{key.PublicPem()}".AsMemory(), cancellationToken);
        }

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("keygen", "Make a private key to sign with, and print it into a pipe.") { Ecdsa, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
