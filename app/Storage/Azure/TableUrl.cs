using System.Globalization;

namespace Hotfix.Storage.Azure;

/// <summary>
/// Addresses within one table. Keys are escaped twice: a quote is doubled, as OData wants it, and what a URL has a meaning for is percent-encoded.
/// </summary>
internal sealed class TableUrl(Uri account, string table)
{
    private readonly string root = account.AbsoluteUri.TrimEnd('/');

    public string Table { get; } = table;

    public Uri Tables => new($"{root}/Tables");

    public Uri Batch => new($"{root}/$batch");

    public Uri All => new($"{root}/{Table}");

    public Uri Row(string partition, string row) => new($"{root}/{Table}(PartitionKey='{Escaped(partition)}',RowKey='{Escaped(row)}')");

    /// <param name="filter">In OData's words, not escaped; empty for the whole table.</param>
    /// <param name="from">Where the last page ended, as its headers had it.</param>
    public Uri Query(string filter, int top, (string? Partition, string? Row) from, string? only = null) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{root}/{Table}()?$top={top}{Parameter("$filter", filter.Length > 0 ? filter : null)}{Parameter("$select", only)}{Parameter("NextPartitionKey", from.Partition)}{Parameter("NextRowKey", from.Row)}"));

    /// <summary>A string in OData's words.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Parameter(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
