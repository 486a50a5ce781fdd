using System.Runtime.CompilerServices;

namespace Hotfix.Cli.Triage;

/// <summary>Reports from standard input: lines of JSON when it begins with a brace, a list of them when with a bracket, else one report as Markdown.</summary>
internal static class StandardInput
{
    public static async IAsyncEnumerable<ReportRow> ReadAsync(TextReader input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (char.IsWhiteSpace((char)Math.Max(input.Peek(), 0)))
        {
            input.Read();
        }

        var rows = (char)Math.Max(input.Peek(), 0) switch
        {
            '{' => ReportFile.LinesAsync("standard input", input, cancellationToken),
            '[' => ReportFile.ObjectsAsync("standard input", await input.ReadToEndAsync(cancellationToken)),
            _ => ReportFile.One(ReportFile.Markdown("stdin", await input.ReadToEndAsync(cancellationToken))),
        };

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }
}
