using System.Text;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// An entity group transaction: a change set of HTTP requests in one body, carried out all or not at all. The bounds are of no secrecy and stand in no key (a key holds no line end).
/// Source: Azure Storage REST, "Performing entity group transactions".
/// </summary>
internal static class Batch
{
    public const string ContentType = "multipart/mixed; boundary=batch_hotfix";

    private const string End = "\r\n";

    /// <param name="write">The name of this batch, see <see cref="Entity"/>.</param>
    public static byte[] Body(TableUrl url, string partition, IReadOnlyList<DocumentWrite> writes, string write)
    {
        using var body = new MemoryStream();
        Text(body, $"--batch_hotfix{End}Content-Type: multipart/mixed; boundary=changes_hotfix{End}{End}");

        for (var at = 0; at < writes.Count; at++)
        {
            Text(body, $"--changes_hotfix{End}Content-Type: application/http{End}Content-Transfer-Encoding: binary{End}{End}");
            Text(body, $"{Line(url, partition, writes[at])} HTTP/1.1{End}Content-ID: {at + 1}{End}Accept: application/json;odata=nometadata{End}DataServiceVersion: 3.0{End}Prefer: return-no-content{End}{Condition(writes[at])}");

            if (writes[at] is not DocumentWrite.Delete)
            {
                Text(body, $"Content-Type: application/json{End}{End}");
                body.Write(Entity.Json(partition, writes[at].Row, writes[at].Body, write));
            }

            Text(body, End);
        }

        Text(body, $"--changes_hotfix--{End}--batch_hotfix--{End}");

        return body.ToArray();
    }

    private static string Line(TableUrl url, string partition, DocumentWrite write) => write switch
    {
        DocumentWrite.Insert => $"POST {url.All.AbsoluteUri}",
        DocumentWrite.Delete => $"DELETE {url.Row(partition, write.Row).AbsoluteUri}",
        _ => $"PUT {url.Row(partition, write.Row).AbsoluteUri}",
    };

    private static string Condition(DocumentWrite write) => write switch
    {
        DocumentWrite.Put put => $"If-Match: {put.ETag}{End}",
        DocumentWrite.Delete delete => $"If-Match: {delete.ETag ?? "*"}{End}{End}",
        _ => "",
    };

    private static void Text(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
