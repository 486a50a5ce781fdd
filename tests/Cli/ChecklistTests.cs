
namespace Hotfix.Tests.Cli;

/// <summary><c>hotfix checklist</c>: what the gate would read, and what it would not.</summary>
public sealed class ChecklistTests : IDisposable
{
    private const string Body = "- [x] outside <!-- a note -->\r\n\r\n<!-- hotfix:checklist:start -->\r\n- [ ] Somebody other than its author has reviewed it. <!-- hotfix:reviewed -->\r\n- [x] Äpfel & \"more\" <!-- hotfix:mine approval(1) -->\r\n<!-- hotfix:checklist:end -->\r\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-checklist-");

    [Fact]
    public async Task The_items_are_told_as_the_gate_reads_them() => Assert.Equal(
        (0, "[ ] Somebody other than its author has reviewed it.  (approval(1))\n[x] Äpfel & \"more\"  (manual)\n", ""),
        await RunAsync(Write(Body)));

    [Fact]
    public async Task Json_has_text_ticked_and_evidence()
    {
        const string Items = """{"text":"Somebody other than its author has reviewed it.","ticked":false,"evidence":"approval(1)"},{"text":"Äpfel & \"more\"","ticked":true,"evidence":"manual"}]}""";

        Assert.Equal((0, $"{{\"items\":[{Items}\n", ""), await RunAsync(Write(Body), "--json"));
        Assert.Equal((0, $"{{\"items\":[{{\"text\":\"outside\",\"ticked\":true,\"evidence\":null}},{Items}\n", ""), await RunAsync(Write(Body), "--json", "--all"));
        Assert.Equal((0, $"{{\"items\":[{Items.Replace("approval(1)", "manual", StringComparison.Ordinal)}\n", ""), await RunAsync(Write(Body.Replace(":reviewed", ":unknown", StringComparison.Ordinal)), "--json", "--profile", "cli"));
    }

    [Fact]
    public async Task Standard_input_is_a_text_too() =>
        Assert.Equal(0, (await HotfixProcess.RunAsync(new Dictionary<string, string>(), Body, TestContext.Current.CancellationToken, "checklist", "-")).ExitCode);

    [Fact]
    public async Task What_cannot_be_believed_is_told_line_by_line()
    {
        var (exitCode, output, error) = await RunAsync(Write("<!-- hotfix:checklist:start -->\n-[ ] a\n- [x]b\n<!-- hotfix:checklist:end -->\n"), "--json");

        Assert.Equal((1, "{\"items\":[]}\n"), (exitCode, output));
        Assert.Equal(["Line 2 looks like an item and is none: `-[ ] a`.", "Line 3 looks like an item and is none: `- [x]b`."], error.TrimEnd().Split('\n').Select(line => line.Split(" GitHub wants")[0]));
        Assert.Equal(1, (await RunAsync(Write("- [x] a"), "--all")).ExitCode);
    }

    [Fact]
    public async Task What_is_no_text_gets_a_sentence()
    {
        Assert.Equal((2, "", $"'{folder.FullName}' is a folder: this takes a file with a comment.\n"), await RunAsync(folder.FullName));

        var (exitCode, _, error) = await RunAsync(Write(Body), "--profile", "clii");

        Assert.Equal((2, true), (exitCode, error.StartsWith("There is no built-in profile 'clii'; did you mean `cli`?", StringComparison.Ordinal)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        HotfixProcess.RunAsync(new Dictionary<string, string>(), "", TestContext.Current.CancellationToken, ["checklist", .. arguments]);

    private string Write(string text)
    {
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid()}.md");
        File.WriteAllText(path, text);

        return path;
    }
}
