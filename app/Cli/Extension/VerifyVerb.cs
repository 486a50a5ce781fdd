using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;
using Hotfix.Extension.Crx;
using Hotfix.Extension.Zip;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension verify</c>: whether a CRX is genuine, as Chrome asks, and by whom it is expected to be.</summary>
internal static class VerifyVerb
{
    private static readonly Argument<string> Crx = new("crx") { Description = "The CRX to look at." };
    private static readonly Option<string> Id = new("--id") { Description = "The id it must have: 32 letters from a to p.", HelpName = "id" };
    private static readonly Option<string> PublicKey = new("--public-key") { Description = "A public key (PEM or DER) that must have signed it.", HelpName = "file" };
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(Crx);

        if (arguments.GetValue(Id) is { } expected && !ExtensionId.IsOne(expected))
        {
            throw new ExtensionException($"'{Shown.Of(expected)}' is no extension's id: that is 32 letters from a to p.");
        }

        ReadOnlyMemory<byte>? key = arguments.GetValue(PublicKey) is { } file ? PublicKeys.Read(await InputFile.ReadAsync(file, cancellationToken), file) : (ReadOnlyMemory<byte>?)null;
        var crx = await InputFile.ReadAsync(path, cancellationToken);
        var (verdict, refusal) = Judge(crx, path, arguments.GetValue(Id), key);

        if (arguments.GetValue(Json))
        {
            var line = new VerifiedLine(
                refusal is null, verdict?.Id, verdict?.Proofs.Select(Describe).ToList(), verdict is null ? null : Shared.Sha256(crx.AsMemory(verdict.ZipOffset)), refusal);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(line, ExtensionJson.Readable.VerifiedLine));
        }
        else if (refusal is null)
        {
            await Console.Out.WriteLineAsync($"{path}: genuine, {verdict!.Id}\n{string.Join('\n', verdict.Proofs.Select(Describe))}");
        }
        else
        {
            await Console.Error.WriteLineAsync($"'{path}' is refused. {refusal}");
        }

        return refusal is null ? 0 : 1;
    }

    private static (CrxVerdict.Genuine? Verdict, string? Refusal) Judge(byte[] crx, string path, string? id, ReadOnlyMemory<byte>? key)
    {
        switch (CrxFile.Verify(crx))
        {
            case CrxVerdict.Refused refused:
                return (null, refused.Sentence);
            case CrxVerdict.Genuine genuine when id is not null && genuine.Id != id:
                return (genuine, $"Its id is {genuine.Id}, not {id}.");
            case CrxVerdict.Genuine genuine when key is { } expected && !genuine.Proofs.Any(proof => proof.PublicKey.Span.SequenceEqual(expected.Span)):
                return (genuine, "The public key is not among those that signed it.");
            case CrxVerdict.Genuine genuine:
                return (genuine, ZipRefusal(crx.AsMemory(genuine.ZipOffset), path));
            default:
                throw new InvalidOperationException("A verdict is genuine or refused.");
        }
    }

    /// <summary>A signature makes a bad zip no better.</summary>
    private static string? ZipRefusal(ReadOnlyMemory<byte> zip, string path)
    {
        try
        {
            ZipReader.Read(zip, $"'{path}'", PackageLimits.Default);

            return null;
        }
        catch (ExtensionException wrong)
        {
            return $"It is signed, but {wrong.Message}";
        }
    }

    private static string Describe(CrxProof proof) => $"{(proof.Kind == ProofKind.Rsa ? "RSA" : "ECDSA")} {ExtensionId.Of(proof.PublicKey.Span)}";

    private static Command Create()
    {
        var command = new Command("verify", "Say whether a CRX is genuine, and whose it is.") { Crx, Id, PublicKey, Json };
        command.SetAction(RunAsync);

        return command;
    }
}
