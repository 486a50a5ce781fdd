using System.Text.Json;
using Hotfix.Extension.Smoke;

namespace Hotfix.Browser;

/// <summary>Errors as DevTools tells them: <c>Runtime.exceptionThrown</c>, <c>Runtime.consoleAPICalled</c> and <c>Log.entryAdded</c>. What is no error is null.</summary>
internal static class ConsoleErrors
{
    private const string Scheme = "chrome-extension://";

    public static SeenError? Of(string method, JsonElement parameters) => method switch
    {
        "Runtime.exceptionThrown" when parameters.At("exceptionDetails") is { } details => new(Exception(details), Where(details)),
        "Runtime.consoleAPICalled" when parameters.TextAt("type") is "error" or "assert" => new(Console(parameters), Where(FirstFrame(parameters))),
        "Log.entryAdded" when parameters.At("entry") is { } entry && entry.TextAt("level") == "error" => new(entry.TextAt("text") ?? "", Where(entry)),
        _ => null,
    };

    /// <summary>Whether it is about something that lies outside of every extension: what the browser was kept from.</summary>
    public static bool IsNetwork(string method, JsonElement parameters) =>
        method == "Log.entryAdded" && parameters.At("entry") is { } entry && entry.TextAt("source") == "network" && entry.TextAt("url")?.StartsWith(Scheme, StringComparison.Ordinal) != true;

    private static string Exception(JsonElement details)
    {
        var text = details.TextAt("text") ?? "";
        var exception = details.At("exception") ?? default;
        var said = exception.TextAt("description") ?? exception.At("value")?.ToString();

        return said is null ? text : text.Contains("in promise", StringComparison.Ordinal) ? $"{text}: {said}" : said;
    }

    private static string Console(JsonElement parameters)
    {
        var said = parameters.At("args")?.EnumerateArray().Select(argument => argument.TextAt("value") ?? argument.TextAt("description") ?? argument.At("value")?.GetRawText() ?? argument.TextAt("type")) ?? [];

        return $"{(parameters.TextAt("type") == "assert" ? "console.assert" : "console.error")}: {string.Join(' ', said)}";
    }

    private static JsonElement FirstFrame(JsonElement parameters) =>
        parameters.At("stackTrace")?.At("callFrames") is { ValueKind: JsonValueKind.Array } frames && frames.GetArrayLength() > 0 ? frames[0] : default;

    /// <summary>DevTools counts lines from 0. An address in the extension begins with its id, which is the browser's affair.</summary>
    private static string? Where(JsonElement place)
    {
        var frame = FirstFrame(place);
        var at = place.TextAt("url") is { Length: > 0 } ? place : frame;

        if (at.TextAt("url") is not { Length: > 0 } url)
        {
            return null;
        }

        var path = url.StartsWith(Scheme, StringComparison.Ordinal) && url.IndexOf('/', Scheme.Length) is > 0 and var slash ? url[(slash + 1)..] : url;

        return at.NumberAt("lineNumber") is { } line ? FormattableString.Invariant($"{path}:{line + 1}") : path;
    }
}
