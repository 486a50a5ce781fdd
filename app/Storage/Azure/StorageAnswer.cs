using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Hotfix.Storage.Azure;

/// <summary>An answer, read to its end.</summary>
/// <param name="Headers">The names as sent; asked for in any case.</param>
internal sealed record StorageAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>An earlier try got no answer, or failed half-way: it may have done all the same what this one was asked to do.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>One for each write of a batch that was carried out, in order; empty for a delete.</summary>
    public IReadOnlyList<string> ETags { get; init; } = [];

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The account is busy or ill; the same may go well a little later.</summary>
    public bool IsPassing => (int)Status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>Too busy to begin: nothing was done.</summary>
    public bool IsTurnedAway => (int)Status is 429 or 503;

    /// <summary>What went wrong, in one word of Azure's; of a success, nothing.</summary>
    public string Code => IsSuccess ? "" : Headers.GetValueOrDefault("x-ms-error-code") ?? Error().Code;

    /// <summary>Of a batch's failure, the place of the write it was about, from 0; it stands at the head of the message.</summary>
    public int At => int.TryParse(Error().Message.Split(':')[0], out var at) ? at : 0;

    /// <summary>Tables answer in JSON, queues in XML, what stands in between in anything.</summary>
    private (string Code, string Message) Error()
    {
        try
        {
            return Body switch
            {
                [(byte)'{', ..] => OfJson(),
                [_, ..] when XDocument.Parse(Encoding.UTF8.GetString(Body).TrimStart('\ufeff')).Root is { } root => ((string?)root.Element("Code") ?? "", (string?)root.Element("Message") ?? ""),
                _ => ("", ""),
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or XmlException)
        {
            return ("", "");
        }
    }

    private (string Code, string Message) OfJson()
    {
        using var json = JsonDocument.Parse(Body);

        return json.RootElement.TryGetProperty("odata.error", out var error)
            ? (error.GetProperty("code").GetString() ?? "", error.TryGetProperty("message", out var message) && message.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "")
            : ("", "");
    }
}
