using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Extension.Diff;

namespace Hotfix.Cli.Extension;

/// <summary><c>hotfix extension diff</c>: what is different between two packages, as Markdown for a pull request.</summary>
internal static class DiffVerb
{
    private static readonly Argument<string> Old = new("old") { Description = "The old package: folder, zip or CRX." };
    private static readonly Argument<string> New = new("new") { Description = "The new package: folder, zip or CRX." };
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (old, now) = (await PackageInput.ReadAsync(arguments.GetRequiredValue(Old), cancellationToken), await PackageInput.ReadAsync(arguments.GetRequiredValue(New), cancellationToken));
        var diff = PackageDiff.Of(old, now);
        await Console.Out.WriteLineAsync(arguments.GetValue(Json)
            ? JsonSerializer.Serialize(DiffLine.Of(diff), DiffJson.Readable.DiffLine)
            : DiffMarkdown.Of(diff, old.Manifest?.Version ?? "?", now.Manifest?.Version ?? "?"));

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("diff", "Say what is different between two packages, as Markdown for a pull request.") { Old, New, Json };
        command.SetAction(RunAsync);

        return command;
    }
}

internal sealed record DiffLine(IReadOnlyList<FileChange> Files, IReadOnlyList<ManifestChange> Manifest, IReadOnlyList<string> MustAgree, IReadOnlyList<string> Warnings, long BytesBefore, long BytesAfter)
{
    public static DiffLine Of(PackageDiff diff) => new([.. diff.Files], [.. diff.Manifest], [.. diff.MustAgree], [.. diff.Warnings], diff.BytesBefore, diff.BytesAfter);
}

[JsonSerializable(typeof(DiffLine))]
internal sealed partial class DiffJson : JsonSerializerContext
{
    public static DiffJson Readable { get; } = new(new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
