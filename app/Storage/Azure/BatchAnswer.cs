using System.Globalization;
using System.Net;
using System.Text;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// What became of a batch. It is answered 202 either way; inside stands a part for each write, or a single one that says which write was refused and why.
/// </summary>
internal static class BatchAnswer
{
    /// <summary>The answer that is inside, as if the batch had been one request.</summary>
    /// <exception cref="StoreUnavailableException">It is cut short: what became of the batch is not known.</exception>
    public static StorageAnswer Read(StorageAnswer answer, int writes)
    {
        if (answer.Status != HttpStatusCode.Accepted)
        {
            return answer;
        }

        // Nothing binary is in it: only status lines, headers and JSON.
        var parts = Encoding.UTF8.GetString(answer.Body).ReplaceLineEndings("\n").Split("HTTP/1.1 ").Skip(1).Select(Part).ToList();

        return parts switch
        {
            [{ IsSuccess: false } refused] => refused,
            _ when parts.Count == writes && parts.TrueForAll(part => part.IsSuccess) => answer with { ETags = [.. parts.Select(part => part.Headers.GetValueOrDefault("ETag", ""))] },
            _ => throw new StoreUnavailableException($"The store answered {parts.Count} of {writes} writes; what became of them is not known."),
        };
    }

    private static StorageAnswer Part(string text)
    {
        var head = text.Split("\n\n", 2);
        var lines = head[0].Split('\n');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        foreach (var line in lines[1..])
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                headers[name] = value.Trim();
            }
        }

        var body = head.Length > 1 ? head[1].Split("\n--")[0].Trim() : "";

        return new((HttpStatusCode)int.Parse(lines[0].AsSpan(0, 3), CultureInfo.InvariantCulture), headers, Encoding.UTF8.GetBytes(body));
    }
}
