using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Profiles;

namespace Hotfix.Cli.Config;

/// <summary><c>hotfix config check</c>: every error of a file, as <c>file:line:column: sentence</c>, or with <c>--json</c> as a list of objects. Exit code 0 when there is none, else 1.</summary>
internal static class CheckVerb
{
    private static readonly Argument<string> File = new("file") { Description = "The file, like .github/hotfix.yml." };
    private static readonly Option<bool> Json = new("--json") { Description = "The errors as JSON: a list of file, line, column, message; empty when there is none." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var path = arguments.GetRequiredValue(File);
            var reading = ConfigFile.Read(path);

            foreach (var line in arguments.GetValue(Json) ? [AsJson(reading)] : AsText(reading, path))
            {
                await Console.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            return reading.Errors.Count == 0 ? 0 : 1;
        }
        catch (InputException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);

            return 1;
        }
    }

    private static IEnumerable<string> AsText(ConfigReading reading, string path) =>
        reading.Profile is { } profile ? [$"{path}: no errors. It makes the profile `{Wording.Short(profile.Name)}`; `hotfix config show {path}` shows it."] : reading.Errors.Select(error => $"{error}");

    private static string AsJson(ConfigReading reading) =>
        JsonSerializer.Serialize([.. reading.Errors.Select(error => new CheckRow(error.Source, error.Line, error.Column, error.Message))], CheckJson.Relaxed.CheckRowArray);

    private static Command Create()
    {
        var command = new Command("check", "Say what is wrong in a file, and where.") { File, Json };
        command.SetAction(RunAsync);

        return command;
    }
}

/// <summary>What <c>--json</c> prints of one error.</summary>
internal sealed record CheckRow(string File, int Line, int Column, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CheckRow[]))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    /// <summary>Backticks stay backticks.</summary>
    public static CheckJson Relaxed { get; } = new(new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
