using System.Text.Json.Nodes;
using Hotfix.Profiles;
using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;
using Hotfix.Triage;

namespace Hotfix.Tests.Profiles;

/// <summary>Whatever words a team puts into a list, either the reader says what is wrong with them, or triage lives with them: also in a list that is added to the records one day.</summary>
public sealed class OddWordsTests
{
    private static readonly string[] Odd = ["", " ", "~", "|", "||", "a||b", "*", "**", "* *", "a **", "~~", "a~b", "`", "{0}", "{1}", "\u00e9", "\ud83d\ude00", "%"];

    public static TheoryData<string> Lists => [.. Paths(ProfileShape.Root, [], ConfigReader.BuiltIn(BuiltIns.Default).Origins.Root)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Are_refused_or_borne(string path)
    {
        var taken = Odd.Select(word => ConfigReader.Read(Wrapped(path.Split('/'), word), "f").Profile).OfType<Domain.Profile>().ToList();

        Assert.All(taken, profile => Assert.NotNull(new Assessor(profile).Assess(new("Popup crashes a % 😀", "It is slow.\n\n### Severity\n\nhigh\n\nblocked by #3"), null)));
        Assert.All(Odd, word => Assert.NotEqual(ConfigReader.Read(Wrapped(path.Split('/'), word), "f").Profile is null, ConfigReader.Read(Wrapped(path.Split('/'), word), "f").Errors.Count == 0));
    }

    /// <summary>Keys with a slash between. JSON is YAML.</summary>
    private static string Wrapped(string[] path, string word) =>
        path.Reverse().Aggregate((JsonNode)new JsonObject { ["add"] = new JsonArray(JsonValue.Create(word)) }, (inner, key) => new JsonObject { [key] = inner }).ToJsonString();

    private static IEnumerable<string> Paths(Shape shape, string[] path, Node? standard) => shape switch
    {
        RecordShape record => record.Keys.SelectMany(key => Paths(key.Shape, [.. path, key.Name], (standard as MapNode)?.Find(key.Name)?.Value)),
        TableShape table when (standard as MapNode)?.Entries is [var first, ..] => Paths(table.Value, [.. path, first.Key], first.Value),
        ListShape { Item: TextShape } when standard is not null || path.Length == 1 => [string.Join('/', path)],
        _ => [],
    };
}
