using System.Runtime.CompilerServices;

namespace Hotfix.Cli.Triage;

/// <summary>Reports from standard input: lines of JSON when it begins with a brace, else one report as Markdown.</summary>
internal static class StandardInput
{
    public static async IAsyncEnumerable<ReportRow> ReadAsync(TextReader input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (input.Peek() != '{')
        {
            yield return ReportFile.Markdown("stdin", await input.ReadToEndAsync(cancellationToken));
            yield break;
        }

        await foreach (var row in ReportFile.LinesAsync("standard input", input, cancellationToken))
        {
            yield return row;
        }
    }
}
