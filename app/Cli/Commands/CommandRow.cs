using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Commands;
using Hotfix.Commands.Reading;

namespace Hotfix.Cli.Commands;

/// <summary>What <c>--json</c> prints of a line.</summary>
/// <param name="Verb">Null where the line is refused; then there are no arguments and flags either.</param>
/// <param name="Flags">By name, without dashes; one that takes no value has an empty one.</param>
/// <param name="Refusal">Why it would not run; null where it would.</param>
internal sealed record CommandRow(int Line, string Text, string? Verb, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Flags, string? Refusal)
{
    public static IReadOnlyList<CommandRow> Of(FoundCommands found, IReadOnlyList<VerbRule> verbs) =>
    [
        .. found.Lines.Select(line => Of(line, CommandReader.Read(line.Text, verbs))),
        .. found.Surplus.Select(line => Of(line, new(null, found.Refusal))),
    ];

    private static CommandRow Of(CommandLine line, CommandReading reading) => new(
        line.Number,
        line.Text,
        reading.Command?.Verb,
        [.. reading.Command?.Arguments ?? []],
        (reading.Command?.Flags ?? []).ToDictionary(flag => flag.Name, flag => flag.Value),
        reading.Refusal);
}

internal sealed record CommandRows(IReadOnlyList<CommandRow> Commands);

[JsonSerializable(typeof(CommandRows))]
internal sealed partial class CommandsJson : JsonSerializerContext
{
    /// <summary>Backticks and letters stay what they are; what cannot be seen is escaped.</summary>
    public static CommandsJson Relaxed { get; } = new(new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
