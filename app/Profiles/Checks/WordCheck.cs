using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>A word that states a severity states one, and a heading asks one question.</summary>
internal static class WordCheck
{
    public static IEnumerable<Fault> Find(Profile profile) =>
    [
        .. Twice(profile.Severities.SelectMany(severity => severity.Value.Declared.Select((word, at) => (word, $"severities.{severity.Key}.declared[#{at}]")).Append(($"{severity.Key}", $"severities.{severity.Key}"))), "states a severity"),
        .. Twice(profile.Headings.SelectMany(heading => heading.Value.Select((word, at) => (word, $"headings.{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{heading.Key}")}[#{at}]"))), "is a heading"),
    ];

    private static IEnumerable<Fault> Twice(IEnumerable<(string Word, string Path)> words, string what) => words
        .GroupBy(word => word.Word, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Skip(1).Select(word => new Fault($"`{Wording.Short(word.Word)}` {what} twice, at `{same.First().Path.Split("[#")[0]}` and at `{word.Path.Split("[#")[0]}`.", word.Path, same.First().Path)));
}
