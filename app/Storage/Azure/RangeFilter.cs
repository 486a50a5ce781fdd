using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>A range of rows in OData's words.</summary>
internal static class RangeFilter
{
    /// <summary>Null for a range that nothing can be in.</summary>
    public static string? Of(string partition, RowRange range)
    {
        if (string.CompareOrdinal(range.From, range.To) >= 0)
        {
            return null;
        }

        var filter = $"PartitionKey eq {TableUrl.Literal(partition)}";
        filter = range.From.Length > 0 ? $"{filter} and RowKey ge {TableUrl.Literal(range.From)}" : filter;

        return Before(range.To) is { Length: > 0 } to ? $"{filter} and RowKey lt {TableUrl.Literal(to)}" : filter;
    }

    /// <summary>
    /// U+FFFF, where a prefix ends, is no character that may go over the wire. No key holds it, so what comes before "ab" with it at the end is what comes before "ac", or before whatever a key can hold next. Empty when nothing comes after.
    /// </summary>
    private static string Before(string to)
    {
        if (!to.EndsWith('\uffff'))
        {
            return to;
        }

        var prefix = to.TrimEnd('\uffff');

        if (prefix.Length == 0)
        {
            return "";
        }

        var next = (char)(prefix[^1] + 1);

        while (next != '\uffff' && (char.IsControl(next) || char.IsSurrogate(next)))
        {
            next++;
        }

        return Before(prefix[..^1] + next);
    }
}
