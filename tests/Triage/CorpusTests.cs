using System.Text.Json.Nodes;

using Hotfix.Tests.Support;

namespace Hotfix.Tests.Triage;

/// <summary>Reports in many voices (reports.yaml, all our own writing), each read as a careful person reads it.</summary>
public sealed class CorpusTests
{
    private static readonly Dictionary<string, JsonNode> Rows =
        YamlJson.Read(File.ReadAllText(Repo.File("tests", "Triage", "reports.yaml")))!.AsArray().ToDictionary(row => $"{row!["id"]}", row => row!);

    public static TheoryData<string> Ids => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_read_as_a_person_reads_it(string id)
    {
        var row = Rows[id];
        var expected = row["expect"]!;
        var assessment = Reports.Assess($"{row["title"]}", $"{row["body"]}");

        Assert.Equal(
            ($"{expected["kind"]}", $"{expected["severity"]}", $"{expected["impact"]}", $"{expected["frequency"]}"),
            (Snake(assessment.Kind.Value), $"{assessment.Severity}", Snake(assessment.Impact.Value), Snake(assessment.Frequency.Value)));
    }

    [Fact]
    public void Holds_many_voices() => Assert.True(Rows.Count >= 150, $"There are only {Rows.Count} reports.");

    private static string Snake<T>(T value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");
}
