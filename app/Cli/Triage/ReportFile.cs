using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.Cli.Triage;

/// <summary>
/// Reports out of a file: <c>.md</c> holds one (its first heading or line is the title), <c>.json</c> one or a list, <c>.jsonl</c> one a line, read as it goes.
/// <para>Errors: <see cref="InputException"/>, one sentence that names the file, the line, and what would be right.</para>
/// </summary>
internal static class ReportFile
{
    public static async IAsyncEnumerable<ReportRow> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Open(path);
        var rows = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => LinesAsync(path, reader, cancellationToken),
            ".JSON" => ObjectsAsync(path, await reader.ReadToEndAsync(cancellationToken)),
            ".MD" or ".MARKDOWN" or ".TXT" => One(Markdown(Path.GetFileName(path), await reader.ReadToEndAsync(cancellationToken))),
            var other => throw new InputException($"'{path}' ends in '{other}': a file of reports ends in .md, .json or .jsonl."),
        };

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }

    public static async IAsyncEnumerable<ReportRow> LinesAsync(string name, TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, $"{name}, line {number}");
            }
        }
    }

    /// <summary>The title is the first line, with or without heading marks; the rest is the body.</summary>
    public static ReportRow Markdown(string id, string text)
    {
        var lines = text.TrimStart('\uFEFF', '\r', '\n', ' ').Split('\n', 2);

        return new(id, lines[0].Trim().TrimStart('#').Trim(), lines.Length > 1 ? lines[1] : "", null, null, null);
    }

    public static async IAsyncEnumerable<ReportRow> ObjectsAsync(string path, string text)
    {
        await Task.CompletedTask;
        JsonNode? root;

        try
        {
            root = JsonNode.Parse(text);
        }
        catch (JsonException wrong)
        {
            throw Wrong(path, wrong);
        }

        var number = 0;

        foreach (var node in root is JsonArray list ? list : [root?.DeepClone()])
        {
            yield return Parse(node?.ToJsonString() ?? "null", $"{path}, report {++number}");
        }
    }

    public static async IAsyncEnumerable<ReportRow> One(ReportRow row)
    {
        await Task.CompletedTask;

        yield return row;
    }

    private static ReportRow Parse(string json, string where)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TriageJson.Default.ReportRow) ?? throw new InputException($"{where} is null: a report is an object with id, title and body.");
        }
        catch (JsonException wrong)
        {
            throw Wrong(where, wrong);
        }
    }

    private static InputException Wrong(string where, JsonException wrong) =>
        new($"{where} is no JSON of a report ({(wrong.Path is { Length: > 1 } path ? $"at {path}" : $"at column {wrong.BytePositionInLine + 1}")}): a report is an object with id, title and body.", wrong);

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read: {wrong.Message}", wrong);
        }
    }
}
