using System.Text.RegularExpressions;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Triage;

/// <summary>docs/triage-examples.md says what the program does, because this test reads it.</summary>
public sealed partial class ExamplesTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();

            foreach (Match example in Example().Matches(File.ReadAllText(Repo.File("docs", "triage-examples.md")).ReplaceLineEndings("\n")))
            {
                var body = string.Join('\n', example.Groups["body"].Value.Split('\n').Select(line => line.TrimStart('>').TrimStart(' ')));
                examples.Add(example.Groups["title"].Value, body.Trim() == "(nothing)" ? "" : body, example.Groups["verdict"].Value);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_page_says_what_the_program_does(string title, string body, string verdict)
    {
        var row = Hotfix.Cli.Triage.Triaged.Of(new(null, title, body, null, null, null), new Hotfix.Triage.Assessor(Reports.Profile), Reports.Profile).ToRow(Reports.Profile);

        Assert.Equal(verdict, $"`{row.Kind}` · `{row.Severity ?? "–"}` · `{row.Impact}` · `{row.Frequency}`");
    }

    [Fact]
    public void There_are_forty() => Assert.Equal(40, Examples.Count);

    [GeneratedRegex(@"^### (?<title>.+)\n\n(?<body>(?:>.*\n)+)\n(?<verdict>`\w+` · `[\w–]+` · `\w+` · `\w+`) — ", RegexOptions.Multiline)]
    private static partial Regex Example();
}
