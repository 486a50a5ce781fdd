using System.Text.Json;

namespace Hotfix.Sandbox.Rest;

/// <summary>The buttons that a request puts on a check run: at most 3, with labels and identifiers of at most 20 characters and descriptions of at most 40. Source: REST, "Create a check run".</summary>
internal static class CheckActions
{
    private const int Most = 3;

    /// <returns>Null where it says nothing of them.</returns>
    /// <exception cref="RestRefusal">GitHub would not take them.</exception>
    public static IReadOnlyList<SandboxCheckAction>? Read(RestRequest request)
    {
        if (!request.Has("actions") || request.Json.GetProperty("actions") is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        return list.GetArrayLength() <= Most
            ? [.. list.EnumerateArray().Select(one => new SandboxCheckAction(Text(one, "label", 20), Text(one, "description", 40), Text(one, "identifier", 20)))]
            : throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nNo more than {Most} items are allowed; {list.GetArrayLength()} were supplied."));
    }

    private static string Text(JsonElement action, string name, int most) => GitBody.Text(action, name) switch
    {
        null => throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\n\"{name}\" wasn't supplied.")),
        { } text when text.Length > most => throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nOnly {most} characters are allowed; {text.Length} were supplied.")),
        { } text => text,
    };
}
