using System.Runtime.CompilerServices;
using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>A partition, or a range of it, from its first row to its last, a page at a time.</summary>
internal static class Paging
{
    private const int AtATime = 100;

    public static IAsyncEnumerable<Document> AllAsync(this IDocuments documents, string partition, CancellationToken cancellationToken) => documents.AllAsync(partition, RowRange.Prefix(""), cancellationToken);

    public static async IAsyncEnumerable<Document> AllAsync(this IDocuments documents, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<Document> page;

        do
        {
            page = await documents.QueryAsync(partition, range, AtATime, cancellationToken);

            foreach (var found in page)
            {
                yield return found;
            }

            range = page.Count > 0 ? range with { From = page[^1].Row + ' ' } : range; // no row of ours holds a space: nothing lies between
        }
        while (page.Count == AtATime);
    }
}
