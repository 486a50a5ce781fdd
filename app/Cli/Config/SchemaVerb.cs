using System.CommandLine;
using System.Text.Json;
using Hotfix.Profiles;

namespace Hotfix.Cli.Config;

/// <summary><c>hotfix config schema</c>: the JSON schema of a team's file on standard output; the same as <c>GET /schema/hotfix.json</c>.</summary>
internal static class SchemaVerb
{
    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("schema", "Print the JSON schema of the file, for editors.");
        command.SetAction((_, cancellationToken) => Console.Out.WriteLineAsync(Text().AsMemory(), cancellationToken));

        return command;
    }

    private static string Text()
    {
        using var buffer = new MemoryStream();

        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n" }))
        {
            ConfigSchema.Create().WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
