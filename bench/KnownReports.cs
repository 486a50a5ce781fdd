using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.Bench;

/// <summary>
/// Reads reports with a known severity, a line at a time: <c>{title, body, severity: CRITICAL|HIGH|MEDIUM|LOW|null, kind?, source?, …}</c>. One without a severity, or with a kind that is no bug, has no class: of
/// those is counted how many are called critical.
/// <para>Errors: <see cref="BenchException"/>, which names file and line.</para>
/// </summary>
internal static class KnownReports
{
    private const string NoSeverity = "no severity";

    public static IEnumerable<KnownReport> Read(string path)
    {
        using var reader = Open(path);

        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number, $"{path}, line {number}");
            }
        }
    }

    private static KnownReport Parse(string line, int number, string where)
    {
        try
        {
            return JsonSerializer.Deserialize(line, BenchJson.Default.KnownRow) is { Title: { } title } row
                ? new(number, title, row.Body ?? "", row.Source ?? "(no source)", IsBug(row) ? Class(row.Severity, where) : null, IsBug(row) ? NoSeverity : row.Kind!)
                : throw new BenchException($"{where} has no title: a row is an object with title, body, severity (or kind) and source.");
        }
        catch (JsonException wrong)
        {
            throw new BenchException($"{where} is no JSON of a report: a row is an object with title, body, severity (or kind) and source.", wrong);
        }
    }

    private static bool IsBug(KnownRow row) => row.Kind is null or "" || row.Kind.Equals("bug", StringComparison.OrdinalIgnoreCase);

    private static Severity? Class(string? name, string where) => name switch
    {
        null => null,
        "CRITICAL" => Severity.P0,
        "HIGH" => Severity.P1,
        "MEDIUM" => Severity.P2,
        "LOW" => Severity.P3,
        _ => throw new BenchException($"{where} has the severity '{name}': it is CRITICAL, HIGH, MEDIUM, LOW or null."),
    };

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BenchException($"'{path}' cannot be read: {wrong.Message}", wrong);
        }
    }
}
