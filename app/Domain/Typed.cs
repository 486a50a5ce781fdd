using System.Text.Json;

namespace Hotfix.Domain;

/// <summary>A value of an enum as people type it in a config and in a command: in snake_case; a severity as <c>P0</c>.</summary>
internal static class Typed
{
    public static string Of<T>(T value)
        where T : struct, Enum => value is Severity ? $"{value}" : JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    public static Values<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The value that is typed so; <paramref name="word"/> must be one of <see cref="All"/>.</summary>
    public static T Parse<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().First(value => Of(value) == word);
}
