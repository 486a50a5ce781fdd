using System.Text.Json;

namespace Hotfix.Tests.Cli;

/// <summary><c>hotfix triage</c> on reports of a file or of standard input.</summary>
public sealed class TriageTests : IDisposable
{
    private const string Crash = "The extension crashes for all users";

    private const string Rows = $$"""
        {"id":"a","title":"{{Crash}}","body":"Every time I open it.","created":"2026-11-20T10:00:00Z","labels":["bug"],"author":"mia","more":[1]}

        {"id":"b","title":"How do I change the colours?","body":null}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-triage-");

    [Fact]
    public async Task Lines_of_json_become_a_table()
    {
        var (exitCode, output, error) = await TriageAsync("--file", Write("reports.jsonl", Rows));

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches(@"│ a +│ The extension crashes for all users +│ [^│]+│ P0 ", output);
        Assert.Matches("│ b +│ How do I change the colours\\? +│ [^│]+│ +│ +│ +│ +│", output);
    }

    [Fact]
    public async Task Json_is_one_line_a_report()
    {
        var (exitCode, output, _) = await TriageAsync("--file", Write("reports.jsonl", Rows), "--json");
        var rows = Parse(output);

        Assert.Equal(0, exitCode);
        Assert.Equal(["id", "kind", "severity", "impact", "frequency", "score", "decision", "reasons"], rows[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(("a", "bug", "P0"), ($"{rows[0].GetProperty("id")}", $"{rows[0].GetProperty("kind")}", $"{rows[0].GetProperty("severity")}"));
        Assert.NotEqual(0, rows[0].GetProperty("reasons").GetArrayLength());
        Assert.Equal(("b", "question", JsonValueKind.Null), ($"{rows[1].GetProperty("id")}", $"{rows[1].GetProperty("kind")}", rows[1].GetProperty("severity").ValueKind));
    }

    [Theory]
    [InlineData("one.json", $$"""{"id":"x","title":"{{Crash}}","body":"Always."}""", "x")]
    [InlineData("numbered.json", $$"""{"id":7,"title":"{{Crash}}","body":"Always."}""", "7")]
    [InlineData("list.json", $$"""[{"id":"x","title":"{{Crash}}","body":"Always."},{"title":"How?"}]""", "x", "How?")]
    [InlineData("report.md", $"# {Crash}\n\nAlways.", "report.md")]
    [InlineData("report.txt", $"{Crash}\r\nAlways.", "report.txt")]
    public async Task Other_files_hold_one_report_or_a_list(string name, string content, params string[] ids)
    {
        var (exitCode, output, _) = await TriageAsync("--file", Write(name, content), "--json");
        var rows = Parse(output);

        Assert.Equal(0, exitCode);
        Assert.Equal(ids, rows.Select(row => row.GetProperty("id").GetString()));
        Assert.Equal("P0", rows[0].GetProperty("severity").GetString());
    }

    [Theory]
    [InlineData($"{Crash}\n\nAlways.", "stdin")]
    [InlineData($$""" [{"id":"x","title":"{{Crash}}","body":"Always."}]""", "x")]
    [InlineData(Rows, "a", "b")]
    public async Task Standard_input_holds_lines_of_json_or_one_report(string input, params string[] ids)
    {
        var (exitCode, output, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), input, TestContext.Current.CancellationToken, "triage", "--stdin", "--json");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(ids, Parse(output).Select(row => row.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Explain_shows_the_card()
    {
        var (exitCode, output, _) = await TriageAsync("--file", Write("reports.jsonl", Rows), "--explain", "a");

        Assert.Equal(0, exitCode);
        Assert.Contains("### P0 critical", output, StringComparison.Ordinal);
        Assert.Contains("**Score**", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_title_is_no_markup_and_moves_no_cursor()
    {
        var (exitCode, output, _) = await TriageAsync("--file", Write("reports.jsonl", """{"id":"a","title":"[red]It\u001b[2J crashes[/]","body":""}"""));

        Assert.Equal(0, exitCode);
        Assert.Contains("[red]It [2J crashes[/]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "reports.jsonl, line 1 is no JSON of a report")]
    [InlineData("""{"title":["x"]}""", "reports.jsonl, line 1 is no JSON of a report (at $.title): a report is an object with id, title and body.")]
    [InlineData("null", "reports.jsonl, line 1 is null: a report is an object with id, title and body.")]
    public async Task A_wrong_line_is_named(string line, string sentence)
    {
        var (exitCode, _, error) = await TriageAsync("--file", Write("reports.jsonl", line));

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say where the reports are: --file <path>, --stdin or --repo <owner/name>, one of them.")]
    [InlineData("Say where the reports are: --file <path>, --stdin or --repo <owner/name>, one of them.", "--file", "a.md", "--stdin")]
    [InlineData("Say where the reports are: --file <path>, --stdin or --repo <owner/name>, one of them.", "--stdin", "--repo", "acme/extension")]
    [InlineData("Say where the reports are: --file <path>, --stdin or --repo <owner/name>, one of them.", "--file", "a.md", "--repo", "acme/extension", "--limit", "5")]
    [InlineData("--state and --limit choose among the issues of a repository: they need --repo owner/name.", "--file", "a.md", "--limit", "5")]
    [InlineData("'no/such.rst' cannot be read: ", "--file", "no/such.rst")]
    [InlineData("There is no built-in profile 'none'.", "--file", "a.md", "--profile", "none")]
    [InlineData("'acme' is no repository: --repo is owner/name, like acme/extension.", "--repo", "acme")]
    [InlineData("'acme/..' is no repository: --repo is owner/name, like acme/extension.", "--repo", "acme/..")]
    [InlineData("'https://github.com/acme/x' is no repository: --repo is owner/name, like acme/extension.", "--repo", "https://github.com/acme/x")]
    [InlineData("'opened' is no state of issues: --state is open, closed or all.", "--repo", "acme/x", "--state", "opened")]
    [InlineData("'0' is no limit: --limit is a whole number above 0.", "--repo", "acme/x", "--limit", "0")]
    [InlineData("'ten' is no limit: --limit is a whole number above 0.", "--repo", "acme/x", "--limit", "ten")]
    public async Task Wrong_input_gets_one_sentence(string sentence, params string[] arguments)
    {
        var (exitCode, output, error) = await TriageAsync(arguments);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith(sentence, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_kind_and_an_unknown_id_are_named()
    {
        var (_, _, kind) = await TriageAsync("--file", Write("reports.csv", "a,b"));
        var (exitCode, _, id) = await TriageAsync("--file", Write("reports.jsonl", Rows), "--explain", "c");

        Assert.Equal($"'{Path.Combine(folder.FullName, "reports.csv")}' ends in '.CSV': a file of reports ends in .md, .json or .jsonl.", kind.Trim(), ignoreCase: true);
        Assert.Equal((1, "There is no report with the id 'c'."), (exitCode, id.Trim()));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task<(int ExitCode, string Output, string Error)> TriageAsync(params string[] arguments) =>
        HotfixProcess.RunAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken, ["triage", .. arguments]);

    private static List<JsonElement> Parse(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);

        return path;
    }
}
